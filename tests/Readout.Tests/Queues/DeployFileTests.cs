using YamlDotNet.RepresentationModel;

namespace Readout.Tests.Queues;

/// <summary>The files under deploy/ are well formed, and every call of the program in them is one that it understands.</summary>
public sealed class DeployFileTests
{
    [Fact]
    public void The_compose_file_names_services_whose_calls_are_understood()
    {
        var root = (YamlMappingNode)Documents("compose.yaml").Single();
        var services = (YamlMappingNode)root.Children["services"];
        Assert.Equal(["nats1", "nats2", "nats3", "postgres", "serve", "worker"], services.Children.Keys.Select(k => k.ToString()).Order(StringComparer.Ordinal));
        foreach (var name in new[] { "worker", "serve" }) IsUnderstood(Words(services.Children[name], "command"));
    }

    [Fact]
    public void The_manifest_names_objects_whose_calls_are_understood()
    {
        var objects = Documents("kubernetes.yaml").Cast<YamlMappingNode>().ToList();
        Assert.Equal(["ConfigMap", "Deployment", "PodDisruptionBudget"], objects.Select(o => o.Children["kind"].ToString()));
        Assert.All(objects, o => Assert.NotEmpty(o.Children["apiVersion"].ToString()));
        var pod = At(objects[1], "spec", "template", "spec");
        var container = ((YamlSequenceNode)pod.Children["containers"]).Children.Single();
        IsUnderstood(Words(container, "args"));
        Assert.Equal(At(objects[1], "spec", "selector", "matchLabels").ToString(), At(objects[1], "spec", "template", "metadata", "labels").ToString());
        Assert.Equal("/healthz", At(container, "livenessProbe", "httpGet").Children["path"].ToString());
    }

    [Fact]
    public void The_unit_starts_a_call_that_is_understood()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "readout-work.service"));
        Assert.All(lines, line => Assert.Matches(@"^(#.*|\[(Unit|Service|Install)\]|[A-Z][A-Za-z]+=.*|)$", line));
        IsUnderstood(lines.Single(l => l.StartsWith("ExecStart=", StringComparison.Ordinal)).Split(' ')[1..]);
    }

    // Parsed only: the help of the verb is asked for.
    private static void IsUnderstood(IEnumerable<string> words)
    {
        var parsed = Readout.App.Frame.CommandLine.Root(new Readout.App.Frame.Terminal { Output = Stream.Null, Error = TextWriter.Null, Input = Stream.Null }).Parse([.. words]);
        Assert.Empty(parsed.Errors);
    }

    private static IEnumerable<YamlNode> Documents(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Repository.Root, "deploy", file));
        yaml.Load(reader);
        return yaml.Documents.Select(d => d.RootNode);
    }

    private static IEnumerable<string> Words(YamlNode node, string key) => ((YamlSequenceNode)((YamlMappingNode)node).Children[key]).Children.Select(c => c.ToString());

    private static YamlMappingNode At(YamlNode node, params string[] path) => (YamlMappingNode)path.Aggregate(node, (n, key) => ((YamlMappingNode)n).Children[key]);
}

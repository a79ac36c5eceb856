namespace Readout.Tests.App;

public sealed class CommandLineTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void A_call_without_a_verb_reads()
    {
        Assert.Equal(0, session.Run(session.File("note.txt", "Talks end\n\nThe two ministers met on Monday.")));
        Assert.Contains("\"schema\":\"readout/1\"", Assert.Single(session.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_input_is_named_and_the_rest_is_read()
    {
        var note = session.File("note.txt", "Talks end\n\nThe two ministers met on Monday.");
        Assert.Equal(1, session.Run("read", "nowhere.html", note));
        Assert.Single(session.Lines);
        Assert.StartsWith("readout: nowhere.html: does not exist", session.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("did you mean 'readout explain'", "exlpain", "e1")]
    [InlineData("--format xml is not known", "read", "-", "--format", "xml")]
    [InlineData("'yesterday' is no date", "read", "-", "--date", "yesterday")]
    [InlineData("INPUT", "read")]
    [InlineData("--jobs must be a number", "read", "-", "--jobs", "none")]
    [InlineData("--queue", "work")]
    [InlineData("is no queue", "work", "--queue", "amqp://host", "--store", "postgres://u@h/d")]
    [InlineData("share a store in PostgreSQL", "work", "--queue", "nats://host")]
    public void A_wrong_call_ends_with_status_2_and_says_what_to_do(string message, params string[] args)
    {
        Assert.Equal(2, session.Run(args));
        Assert.Contains(message, session.Errors, StringComparison.Ordinal);
        Assert.Empty(session.Output);
    }

    [Fact]
    public void The_order_of_the_output_is_that_of_the_input_whatever_the_number_of_threads()
    {
        for (var i = 0; i < 40; i++) session.File($"news/{i:00}.txt", $"Note {i}\n\n{new string('a', (40 - i) * 500)} ended on Monday.");
        Assert.Equal(0, session.Run("read", Path.Combine(session.Folder, "news"), "--jobs", "1"));
        var alone = session.Output;
        Assert.Equal(0, session.Run("read", Path.Combine(session.Folder, "news"), "--jobs", "8"));
        Assert.Equal(alone, session.Output);
        Assert.Equal(40, session.Lines.Count);
    }

    [Fact]
    public void Standard_input_and_the_formats_work()
    {
        const string Line = """{"id": "a1", "title": "Talks", "published": "2021-03-18", "text": "Talks\n\nThey met."}""";
        Assert.Equal(0, session.RunWith(Line, "-", "--format", "json"));
        Assert.Equal("a1", System.Text.Json.JsonDocument.Parse(session.Output).RootElement[0].GetProperty("article").GetProperty("id").GetString());
        Assert.Equal(0, session.RunWith(Line, "-", "--format", "csv"));
        Assert.StartsWith("article,published,", session.Lines[0], StringComparison.Ordinal);
        Assert.Equal(0, session.RunWith(Line, "-", "--format", "text"));
        Assert.Contains("Talks", session.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', session.Output);
    }

    [Fact]
    public void Help_shows_an_example_for_every_verb_that_works()
    {
        Assert.Equal(0, session.Run("--help"));
        Assert.Contains("readout demo", session.Output, StringComparison.Ordinal);
        Assert.Equal(0, session.Run("read", "--help"));
        Assert.Contains("Examples:", session.Output, StringComparison.Ordinal);
    }
}

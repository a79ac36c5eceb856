using System.Globalization;

namespace Readout.Training;

/// <summary>--name value pairs.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Options(ReadOnlySpan<string> args)
    {
        for (var i = 0; i + 1 < args.Length; i += 2) values[args[i].TrimStart('-')] = args[i + 1];
    }

    public string Required(string name) => values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"--{name} is missing");

    public string Text(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    public int Integer(string name, int otherwise) => values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public float Number(string name, float otherwise) => values.TryGetValue(name, out var value) ? float.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}

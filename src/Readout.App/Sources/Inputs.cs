using Readout.Pages;

namespace Readout.App.Sources;

/// <summary>What a call names: files, folders and standard input, as pages in the order given; folders in the order of names.</summary>
internal sealed class Inputs(DateOnly? date, TextReader standardInput, Action<SourceException> failed)
{
    public IEnumerable<Page> Pages(IEnumerable<string> inputs)
    {
        foreach (var input in inputs)
            foreach (var page in Safely(input, Open(input)))
                yield return date is null ? page : page with { Date = date };
    }

    private IEnumerable<Page> Open(string input)
    {
        if (input == "-") return FromText(input, standardInput.ReadToEnd());
        if (Directory.Exists(input)) return Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(f => Safely(f, FromFile(f)));
        if (File.Exists(input)) return FromFile(input);
        throw new SourceException(input, "does not exist; give a file, a folder, a URL or - for standard input");
    }

    private static IEnumerable<Page> FromFile(string file)
    {
        using var stream = File.OpenRead(file);
        var name = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        var bytes = Bytes.Unpack(Bytes.Read(stream, file, 1L << 30), file, 1L << 30);
        if (bytes.Length == 0) throw new SourceException(file, "is empty");
        if (JsonLines.Looks(name, bytes)) return JsonLines.Read(file, bytes);
        if (bytes.Length > Bytes.PageLimit) throw new SourceException(file, $"is larger than {Bytes.PageLimit >> 20} MB; split it, or give the article's text");
        return [new Page { Input = file, Bytes = bytes }];
    }

    private static IEnumerable<Page> FromText(string input, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return JsonLines.Looks(input, bytes) ? JsonLines.Read(input, bytes) : [new Page { Input = input, Bytes = bytes }];
    }

    // One bad input is reported by name; the rest are read.
    private IEnumerable<Page> Safely(string input, IEnumerable<Page> pages)
    {
        using var walk = Attempt(input, pages.GetEnumerator);
        while (walk is not null && Attempt(input, () => walk.MoveNext())) yield return walk.Current;
    }

    private T? Attempt<T>(string input, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SourceException problem)
        {
            failed(problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            failed(new SourceException(input, problem.Message));
        }
        return default;
    }
}

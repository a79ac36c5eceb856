using Readout.App.Running;
using Readout.App.Sources.Warc;
using Readout.App.Sources.Web;
using Readout.Pages;

namespace Readout.App.Sources;

/// <summary>What a call names: files, folders, URLs and standard input, as pages in the order given. What cannot be read is reported by name; the rest is read.</summary>
internal sealed class Inputs(DateOnly? date, Stream standardInput, Fetcher web, Action<SourceException> failed, Progress progress)
{
    public IEnumerable<Page> Pages(IReadOnlyList<string> inputs)
    {
        if (progress.IsShown) progress.TotalBytes = inputs.Sum(Size);
        return inputs.SelectMany(input => Safely(input, () => Open(input))).Select(page => date is null ? page : page with { Date = date });
    }

    private IEnumerable<Page> Open(string input)
    {
        if (input == "-") return FromStream(input, standardInput);
        if (Fetcher.IsUrl(input)) return FromWeb(input);
        if (Directory.Exists(input)) return Folder.Files(input).SelectMany(file => Safely(file, () => FromFile(file)));
        return File.Exists(input) ? FromFile(input) : throw new SourceException(input, "does not exist; give a file, a folder, a URL, or - for standard input");
    }

    private IEnumerable<Page> FromFile(string file) => FromStream(file, new CountingStream(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16), progress.Read));

    private IEnumerable<Page> FromWeb(string url)
    {
        var fetched = web.Get(url);
        return FromStream(url, new MemoryStream(fetched.Body)).Select(p => p.Url is not null || p.Input != url ? p : p with { Url = fetched.Url, Charset = p.Charset ?? fetched.Charset });
    }

    private IEnumerable<Page> FromStream(string input, Stream stream)
    {
        using var head = new HeadStream(stream);
        foreach (var page in Sniffed(input, head, failed)) yield return page;
    }

    /// <summary>The pages of a stream, whatever its first bytes tell it to be.</summary>
    internal static IEnumerable<Page> Sniffed(string input, HeadStream stream, Action<SourceException> failed, bool isPacked = false) => InputKinds.Of(stream.Head) switch
    {
        InputKind.Empty => throw new SourceException(input, "is empty"),
        InputKind.Binary => throw new SourceException(input, $"is {InputKinds.BinaryName(stream.Head)}, which Readout does not read; give HTML or text"),
        InputKind.Gzip when !isPacked => Sniffed(input, new HeadStream(new Unpacked(stream, input)), failed, isPacked: true),
        InputKind.Gzip => throw new SourceException(input, "is packed twice; unpack it once"),
        InputKind.Warc => new WarcReader(input, stream, failed).Pages(),
        InputKind.Feed => Feed.Read(input, stream, failed),
        InputKind.JsonLines => JsonLines.Read(input, stream, failed),
        _ => [new Page { Input = input, Bytes = Bytes.Read(stream, input) }],
    };

    private static long Size(string input)
    {
        if (File.Exists(input)) return new FileInfo(input).Length;
        return Directory.Exists(input) ? Folder.Files(input).Sum(f => new FileInfo(f).Length) : 0;
    }

    private IEnumerable<Page> Safely(string input, Func<IEnumerable<Page>> open)
    {
        using var walk = Attempt(input, () => open().GetEnumerator());
        while (walk is not null && Attempt(input, walk.MoveNext)) yield return walk.Current;
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

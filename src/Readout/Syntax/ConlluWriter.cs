using System.Globalization;

namespace Readout.Syntax;

/// <summary>Writes parses as CoNLL-U: names and offsets stand in MISC as <c>NE=B-PER</c>, <c>start=</c> and <c>end=</c>.</summary>
internal static class ConlluWriter
{
    private static readonly string[] Kinds = ["PER", "ORG", "LOC", "MISC"];

    public static void Write(TextWriter writer, Parse parse, string id)
    {
        writer.Write($"# sent_id = {id}\n# text = {OneLine(parse.Span.Of(parse.Text))}\n");
        for (var i = 0; i < parse.Count; i++) WriteWord(writer, parse, i);
        writer.Write('\n');
    }

    private static void WriteWord(TextWriter writer, Parse parse, int index)
    {
        ref readonly var token = ref parse[index];
        var cells = string.Join('\t',
            (index + 1).ToString(CultureInfo.InvariantCulture),
            OneLine(parse.Form(index)),
            OneLine(token.Lemma),
            UdText.Of(token.Upos),
            token.Xpos,
            token.Feats,
            (token.Head + 1).ToString(CultureInfo.InvariantCulture),
            UdText.Of(token.Deprel),
            "_",
            Misc(parse, index));
        writer.Write(cells);
        writer.Write('\n');
    }

    private static string Misc(Parse parse, int index)
    {
        var span = parse[index].Span;
        var misc = string.Create(CultureInfo.InvariantCulture, $"start={span.Start}|end={span.End}");
        foreach (var name in parse.Names)
            if (index >= name.Start && index < name.End) misc = $"NE={(index == name.Start ? 'B' : 'I')}-{Kinds[(int)name.Kind]}|{misc}";
        return index + 1 < parse.Count && parse[index + 1].Span.Start == span.End ? misc + "|SpaceAfter=No" : misc;
    }

    // Columns and comments are single lines without tabs.
    private static string OneLine(ReadOnlySpan<char> text) => text.ToString().Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');
}

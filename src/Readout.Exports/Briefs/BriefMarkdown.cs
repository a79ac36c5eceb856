using System.Text;
using Readout.Store.Asking;

namespace Readout.Exports.Briefs;

/// <summary>A brief as Markdown with footnotes.</summary>
public static class BriefMarkdown
{
    public static void Write(Brief brief, Stream output)
    {
        var notes = new BriefNotes();
        var text = new StringBuilder().Append("# ").Append(Plain(brief.Title)).Append("\n\nFrom ").Append(brief.Articles).Append(" articles of ").Append(brief.Outlets).Append(" outlets.\n");
        foreach (var section in brief.Sections)
        {
            text.Append("\n## ").Append(section.Title).Append("\n\n");
            foreach (var line in section.Lines) text.Append("- ").Append(Plain(line.Text)).Append(' ').AppendJoin("", notes.Of(line).Select(n => $"[^{n.Number}]")).Append('\n');
        }
        text.Append('\n');
        foreach (var note in notes.All)
        {
            text.Append("[^").Append(note.Number).Append("]: ").Append(Plain(note.Text));
            if (note.Link is { } link) text.Append(" <").Append(link).Append('>');
            text.Append('\n');
        }
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Words of articles are never markup.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '&') plain.Append('\\');
            plain.Append(char.IsControl(c) ? ' ' : c);
        }
        return plain.ToString();
    }
}

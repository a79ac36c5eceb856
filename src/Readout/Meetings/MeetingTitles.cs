using Readout.Loading;

namespace Readout.Meetings;

/// <summary>A form of title that tells a meeting: "A and B Before Their Meeting", "A's Call with B".</summary>
/// <param name="IsBoth">Everybody whom the title names met; otherwise the issuer, or whoever stands before the phrase, met those who stand after it.</param>
/// <param name="Why">The line of <c>meetings/titles.tsv</c>.</param>
internal sealed record MeetingTitle(string Phrase, bool IsBoth, bool IsPhone, Why Why);

/// <summary>The forms of titles that tell a meeting, the longest first.</summary>
internal sealed class MeetingTitles
{
    private readonly IReadOnlyList<MeetingTitle> forms;

    /// <summary>Reads <c>meetings/titles.tsv</c>. Throws <see cref="KnowledgeException"/> with file and line.</summary>
    public MeetingTitles(KnowledgeFolder folder) =>
        forms = [.. folder.Table("meetings/titles.tsv").Rows.Select(Form).OrderByDescending(f => f.Phrase.Length)];

    /// <summary>The form that a title has, with the place of its phrase; null when it tells no meeting.</summary>
    public (MeetingTitle Form, int At)? Of(string title)
    {
        foreach (var form in forms)
            if (title.IndexOf(form.Phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) return (form, at);
        return null;
    }

    private static MeetingTitle Form(KnowledgeRow row)
    {
        if (row["sides"] is not ("both" or "with")) throw row.Wrong($"has '{row["sides"]}' for its sides; expected both or with");
        if (row["way"] is not ("meeting" or "phone")) throw row.Wrong($"has '{row["way"]}' for its way; expected meeting or phone");
        return new MeetingTitle(row["phrase"], row["sides"] == "both", row["way"] == "phone", new Why("meeting-title", "meetings/titles.tsv", row.Line));
    }
}

using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Statements whose cue is a verb and whose content stands behind it: "said that", "urged Seoul to", "called for".</summary>
internal sealed class VerbReports(ArticleWords words, CueLexicon lexicon)
{
    private readonly SubjectFinder subjects = new(words);
    private readonly FrameMatcher frames = new(words, lexicon);
    private readonly ContentTrimmer trimmer = new(words);

    /// <summary>The statement of one verb, or null.</summary>
    public Draft? Read(int verb)
    {
        foreach (var entry in CueVerbs.Entries(words, lexicon, verb))
            foreach (var frame in entry.Frames)
                if (frame.Kind != FrameKind.Quote && Try(verb, entry, frame) is { } draft) return draft;
        return null;
    }

    private Draft? Try(int verb, CueEntry entry, CueFrame frame)
    {
        var range = frames.Match(verb, entry, frame);
        if (range.IsEmpty) return null;
        var tail = CueVerbs.Tail(words, verb, entry);
        if (range.Start < tail) range = new(tail, range.End);
        if (range.IsEmpty || trimmer.Trim(range, verb) is not { } content) return null;
        var source = subjects.Of(verb);
        if (source is { } s && s.Span.Overlaps(content)) source = null;
        // "It goes without saying that ...", "Imagine that ...", "is described as": nobody says it.
        if (source is null && (words[verb].Xpos is "VB" or "VBG" || frame.Kind is not (FrameKind.That or FrameKind.Question))) return null;
        return new Draft
        {
            Content = [content],
            Source = source,
            Cue = words.Span(new(verb, Math.Max(tail, verb + 1))),
            CueWord = verb,
            Lemma = entry.Lemma,
            Act = entry.Act,
            Attitude = frame.Attitude,
            Verbal = entry.TakesQuote && frame.Kind is FrameKind.That or FrameKind.Question,
            Addressee = Addressee(verb, frame),
            Why = entry.By(frame),
        };
    }

    private int Addressee(int verb, CueFrame frame)
    {
        if (frame.Object != ObjectRole.Addressee) return -1;
        return words.Child(verb, Deprel.Iobj, Deprel.Obj) is var obj && obj > verb ? obj : -1;
    }
}

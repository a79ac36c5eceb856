using Readout.Loading;

namespace Readout.Statements;

/// <summary>Where the content stands in relation to its cue.</summary>
internal enum FrameKind : byte
{
    That,
    Question,
    Quote,
    Infinitive,
    Gerund,
    Object,
    ObjectComplement,
    As,
    Preposition,

    /// <summary>Preposition with an infinitive behind its noun: "called on Seoul to act".</summary>
    PrepositionInfinitive,

    /// <summary>The cue stands behind or inside the clause.</summary>
    Inserted,
}

/// <summary>What becomes of the cue's object.</summary>
internal enum ObjectRole : byte
{
    /// <summary>The frame has none, or the object is itself the content.</summary>
    None,

    /// <summary>It is the addressee and no part of the content: "told <i>reporters</i> that ...".</summary>
    Addressee,

    /// <summary>It is part of the content: "urged <i>Seoul</i> to act".</summary>
    Included,
}

/// <summary>One way in which a cue takes content.</summary>
/// <param name="Attitude">The frame reports a stance or a state of mind, not words.</param>
internal readonly record struct CueFrame(FrameKind Kind, ObjectRole Object, string? Preposition, bool Attitude, string Text)
{
    /// <summary>Reads a frame as the knowledge files write it, such as <c>o-@of~</c>.</summary>
    public static CueFrame Parse(string text, KnowledgeRow row)
    {
        var attitude = text.EndsWith('~');
        var body = attitude ? text[..^1] : text;
        var role = body.StartsWith("o-", StringComparison.Ordinal) ? ObjectRole.Addressee
            : body.StartsWith("o+", StringComparison.Ordinal) ? ObjectRole.Included
            : ObjectRole.None;
        if (role != ObjectRole.None) body = body[2..];
        if (body.StartsWith('@'))
        {
            var infinitive = body.EndsWith("+to", StringComparison.Ordinal);
            return new CueFrame(infinitive ? FrameKind.PrepositionInfinitive : FrameKind.Preposition, role, infinitive ? body[1..^3] : body[1..], attitude, text);
        }
        return new CueFrame(KindOf(body, row), role, null, attitude, text);
    }

    private static FrameKind KindOf(string body, KnowledgeRow row) => body switch
    {
        "that" => FrameKind.That,
        "wh" => FrameKind.Question,
        "quote" => FrameKind.Quote,
        "to" => FrameKind.Infinitive,
        "ing" => FrameKind.Gerund,
        "np" => FrameKind.Object,
        "oc" => FrameKind.ObjectComplement,
        "as" => FrameKind.As,
        "ins" => FrameKind.Inserted,
        _ => throw row.Wrong($"unknown frame '{body}'; known are that, wh, quote, to, ing, np, oc, as, ins, @preposition, each with o- or o+ before and ~ behind"),
    };
}

namespace Readout.Store.Asking;

/// <summary>What a use is in the row of a speaker's uses of one family.</summary>
public enum WordingTurn
{
    /// <summary>The speaker uses the family for the first time, or nobody is named.</summary>
    First,

    /// <summary>The same form as before.</summary>
    Again,

    /// <summary>Another form than the time before.</summary>
    Switched,
}

/// <summary>One use of a form of a phrase family, and the statement that uses it.</summary>
/// <param name="Words">As they stand in the statement.</param>
public sealed record FoundWording(string Family, string Form, string Words, FoundStatement Said)
{
    /// <summary>The words in the article.</summary>
    public TextSpan Span { get; init; }

    public string Sentence { get; init; } = "";

    public TextSpan SentenceSpan { get; init; }

    public WordingTurn Turn { get; init; }

    /// <summary>The form that the speaker used before; null unless switched.</summary>
    public string? Before { get; init; }

    /// <summary>Nobody in the answer used this form earlier.</summary>
    public bool OpensForm { get; init; }

    /// <summary>The speaker's latest use of the family in the answer.</summary>
    public bool IsLast { get; init; }

    /// <summary>The day it was said, else that of publication.</summary>
    public string? Day => Said.Date ?? Said.Citation.Published;
}

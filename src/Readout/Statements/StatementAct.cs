namespace Readout.Statements;

/// <summary>What a speaker does by a statement, as the cue tells it. The numbers may be stored: append only.</summary>
public enum StatementAct
{
    /// <summary>States as a fact: <c>say</c>, <c>insist</c>.</summary>
    Assert,

    /// <summary>Passes on news: <c>announce</c>, <c>report</c>.</summary>
    Report,

    /// <summary>Characterises: <c>describe</c>, <c>call</c>.</summary>
    Describe,

    /// <summary><c>warn</c>, <c>caution</c>.</summary>
    Warn,

    /// <summary><c>promise</c>, <c>pledge</c>.</summary>
    Promise,

    /// <summary><c>refuse</c>, <c>decline</c>.</summary>
    Refuse,

    /// <summary><c>deny</c>.</summary>
    Deny,

    /// <summary><c>reject</c>, <c>dismiss</c>.</summary>
    Reject,

    /// <summary><c>demand</c>, <c>insist on</c>.</summary>
    Demand,

    /// <summary><c>propose</c>, <c>suggest</c>.</summary>
    Propose,

    /// <summary><c>ask</c>, <c>urge</c>.</summary>
    Ask,

    /// <summary><c>accuse</c>, <c>blame</c>.</summary>
    Accuse,

    /// <summary><c>praise</c>, <c>welcome</c>.</summary>
    Praise,

    /// <summary><c>believe</c>, <c>expect</c>.</summary>
    Think,

    /// <summary><c>want</c>, <c>hope</c>.</summary>
    Want,

    /// <summary><c>support</c>, <c>oppose</c>.</summary>
    Stance,

    /// <summary>Only the marks or the turn tell that it was said.</summary>
    Quote,

    /// <summary><c>order</c>, <c>instruct</c>.</summary>
    Order,

    /// <summary><c>agree</c>, <c>concede</c>.</summary>
    Agree,

    /// <summary><c>apologise</c>.</summary>
    Apologise,

    /// <summary>Voices a feeling: <c>express</c>, <c>regret</c>.</summary>
    Express,
}

namespace Readout.Statements;

/// <summary>What a speaker does by a statement, as the cue tells it. The numbers may be stored: append only.</summary>
public enum StatementAct
{
    Assert,
    Report,
    Describe,
    Warn,
    Promise,
    Refuse,
    Deny,
    Reject,
    Demand,
    Propose,
    Ask,
    Accuse,
    Praise,
    Think,
    Want,
    Stance,
    Quote,
    Order,
    Agree,
    Apologise,
    Express,
}

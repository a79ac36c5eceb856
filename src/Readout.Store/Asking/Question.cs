using System.Data.Common;

namespace Readout.Store.Asking;

/// <summary>Something to ask the record: a value that any door (command line, HTTP, MCP) can make, with the answer's type.</summary>
public abstract record Question<TAnswer>
{
    /// <summary>Nothing that was published after this day shows, nor what has no date; null asks everything.</summary>
    public DateOnly? AsOf { get; init; }

    internal abstract TAnswer Answer(DbConnection connection);
}

/// <summary>A question that cannot be answered as it was put: an actor whom no article names, no words to search for.</summary>
public class QuestionException(string message) : Exception(message);

/// <summary>The record has nothing on what was asked about: no article names the actor. That is an answer, not a mistake of the caller.</summary>
public sealed class NotCoveredException(string message) : QuestionException(message);

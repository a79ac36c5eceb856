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
public sealed class QuestionException(string message) : Exception(message);

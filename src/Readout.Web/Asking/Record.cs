using System.Collections.Concurrent;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;

namespace Readout.Web.Asking;

/// <summary>The record as every door asks it. Several requests ask at once, each on a connection of its own.</summary>
public sealed class Record(Serving serving) : IDisposable
{
    private readonly ConcurrentBag<Connection> idle = [];

    private readonly Lock watching = new();
    private ReadingStore? watched;
    private long? lastLook;
    private long version;

    public Serving Serving { get; } = serving;

    /// <summary>The day of the question: its as-of day, or today.</summary>
    public DateOnly Today(Asked asked) => asked.AsOf ?? DateOnly.FromDateTime(Serving.Clock.GetLocalNow().DateTime);

    /// <summary>Any answer as the store gives it.</summary>
    public TAnswer Ask<TAnswer>(Question<TAnswer> question) => With(c => c.Store.Ask(question));

    /// <summary>Appends corrections to the log; gives them with their ids.</summary>
    public IReadOnlyList<Correction> Correct(params IReadOnlyList<Correction> corrections)
    {
        // On a connection of its own, so that all others notice.
        using var store = ReadingStore.OpenExisting(Serving.Store);
        var added = store.Correct(corrections);
        Written();
        return added;
    }

    /// <summary>The same of findings that are already at hand.</summary>
    public Answer<T> Cut<T>(Asked asked, IEnumerable<T> found) => List<T>(asked, _ => [.. found]);

    public Coverage Coverage(Asked asked) => With(c => c.Coverage(new CoverageQuestion { AsOf = asked.AsOf, From = asked.From, To = asked.To }));

    /// <summary>All uses of the phrase families; reading the whole record takes a moment, so it is kept as long as nobody writes.</summary>
    public IReadOnlyList<FoundWording> Wordings() => With(c => c.Wordings());

    /// <summary>The actors that are named most, for fields that ask for one.</summary>
    public IReadOnlyList<FoundActor> KnownActors() => With(c => c.Actors());

    /// <summary>One part of a list, and whether the record covers what was asked.</summary>
    /// <param name="question">Made with <see cref="Asked.Selection"/>, which asks for one more than the limit.</param>
    public Answer<T> List<T>(Asked asked, Question<IReadOnlyList<T>> question) => List<T>(asked, store => store.Ask(question));

    private Answer<T> List<T>(Asked asked, Func<ReadingStore, IReadOnlyList<T>> ask) => With(connection =>
    {
        var coverage = connection.Coverage(new CoverageQuestion { AsOf = asked.AsOf, From = asked.From, To = asked.To });
        if (coverage.Articles == 0) return new Answer<T>(AnswerState.NotCovered, "the record has no article published in that time", [], coverage, null);
        try
        {
            var found = ask(connection.Store);
            var items = found.Skip(asked.Offset).Take(asked.Limit).ToList();
            var next = found.Count > asked.Offset + asked.Limit ? Cursor.Write(asked.Key, asked.Offset + asked.Limit) : null;
            return items.Count > 0 ? new Answer<T>(AnswerState.Covered, null, items, coverage, next)
                : new Answer<T>(AnswerState.Empty, "the record has articles for that time, and none of them says so", [], coverage, null);
        }
        catch (NotCoveredException nobody)
        {
            return new Answer<T>(AnswerState.NotCovered, nobody.Message, [], coverage, null);
        }
    });

    /// <summary>Changes when anybody has written. What another process wrote is noticed within ten seconds, what came through this one at once.</summary>
    public long Version()
    {
        lock (watching)
        {
            if (lastLook is { } last && Serving.Clock.GetElapsedTime(last) < TimeSpan.FromSeconds(10)) return version;
            watched ??= ReadingStore.OpenExisting(Serving.Store);
            lastLook = Serving.Clock.GetTimestamp();
            return version = watched.DataVersion;
        }
    }

    /// <summary>Somebody has written through this process: look again.</summary>
    public void Written()
    {
        lock (watching) lastLook = null;
    }

    public void Dispose()
    {
        watched?.Dispose();
        foreach (var connection in idle) connection.Store.Dispose();
    }

    private TResult With<TResult>(Func<Connection, TResult> act)
    {
        var connection = idle.TryTake(out var free) ? free : new Connection(ReadingStore.OpenExisting(Serving.Store));
        try
        {
            return act(connection);
        }
        finally
        {
            idle.Add(connection);
        }
    }

    /// <summary>A connection, and what it knows as long as nobody writes.</summary>
    private sealed class Connection(ReadingStore store)
    {
        private readonly Dictionary<CoverageQuestion, Coverage> known = [];
        private long version = -1;
        private IReadOnlyList<FoundActor>? actors;
        private IReadOnlyList<FoundWording>? wordings;

        public ReadingStore Store { get; } = store;

        // Every answer says what the record covers, and counting the record again for each would cost more than most answers.
        public Coverage Coverage(CoverageQuestion question)
        {
            Forget();
            return known.TryGetValue(question, out var coverage) ? coverage : known[question] = Store.Ask(question);
        }

        public IReadOnlyList<FoundActor> Actors()
        {
            Forget();
            return actors ??= Store.Ask(new ActorsQuestion { Selection = new Selection { Limit = 200 } });
        }

        public IReadOnlyList<FoundWording> Wordings()
        {
            Forget();
            return wordings ??= Store.Ask(new WordingQuestion { Latest = true });
        }

        private void Forget()
        {
            var now = Store.DataVersion;
            if (now == version && known.Count <= 200) return;
            known.Clear();
            actors = null;
            wordings = null;
            version = now;
        }
    }
}

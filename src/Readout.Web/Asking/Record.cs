using System.Collections.Concurrent;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Store.Watching;
using Readout.Web.Doors;

namespace Readout.Web.Asking;

/// <summary>The record as every door asks it. Several requests ask at once, each on a connection of its own.</summary>
public sealed class Record(Serving serving) : IDisposable
{
    private const int MostHints = 200;

    private readonly ConcurrentBag<Connection> idle = [];

    private readonly Lock watching = new();
    private ReadingStore? watched;
    private long? lastLook;
    private long version;
    private long writes;
    private volatile Hints? hints;

    public Serving Serving { get; } = serving;

    /// <summary>The day of the question: its as-of day, or today.</summary>
    public DateOnly Today(Asked? asked) => asked?.AsOf ?? DateOnly.FromDateTime(Serving.Clock.GetLocalNow().DateTime);

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

    /// <summary>Saves a question for the page Today. What the record has now is no news.</summary>
    public void Watch(Watch watch)
    {
        using var store = ReadingStore.OpenExisting(Serving.Store);
        // Also tells at once when the question cannot be asked.
        var entries = store.Ask(new WatchEntriesQuestion { Watch = watch, Today = Today(null) });
        store.Save(watch);
        store.Looked(watch.Name, [.. entries.Select(e => e.Key)]);
        Written();
    }

    /// <summary>Forgets a saved question.</summary>
    public void Unwatch(string name)
    {
        using var store = ReadingStore.OpenExisting(Serving.Store);
        if (!store.Forget(name)) throw new NoSuchThingException($"there is no watch '{name}'");
        Written();
    }

    /// <summary>Notes that somebody has looked at entries of a watch.</summary>
    public void Looked(string name, IReadOnlyList<string> entries)
    {
        using var store = ReadingStore.OpenExisting(Serving.Store);
        Find(name);
        store.Looked(name, entries);
        Written();
    }

    public Watch Find(string name) => Ask(new WatchesQuestion()).FirstOrDefault(w => w.Name == name) ?? throw new NoSuchThingException($"there is no watch '{name}'");

    /// <summary>What a watch answers now, and which of it nobody has looked at.</summary>
    public IReadOnlyList<WatchLine> Lines(Watch watch, DateOnly? asOf, int limit)
    {
        var entries = Ask(new WatchEntriesQuestion { Watch = watch, Today = asOf ?? Today(null), AsOf = asOf, Limit = limit });
        var unseen = Ask(new UnseenQuestion { Watch = watch.Name, Entries = [.. entries.Select(e => e.Key)] }).ToHashSet(StringComparer.Ordinal);
        return [.. entries.Select(e => new WatchLine(e.Key, unseen.Contains(e.Key), e.Feed))];
    }

    /// <summary>Whom the names of a question mean; an actor whom no article names is left out.</summary>
    public IReadOnlyList<ResolvedActor> Resolve(Asked asked) => [.. asked.Actors.Concat(asked.Given.Where(g => g.Key is "about_actor").Select(g => g.Value)).Distinct(StringComparer.Ordinal).Select(Resolve).OfType<ResolvedActor>()];

    private ResolvedActor? Resolve(string actor)
    {
        try
        {
            return Ask(new ResolveQuestion { Actor = actor });
        }
        catch (NotCoveredException)
        {
            return null;
        }
    }

    /// <summary>The same of findings that are already at hand.</summary>
    public Answer<T> Cut<T>(Asked asked, IEnumerable<T> found) => List<T>(asked, _ => [.. found]);

    public Coverage Coverage(Asked asked) => With(c => c.Coverage(new CoverageQuestion { AsOf = asked.AsOf, From = asked.From, To = asked.To }));

    /// <summary>All uses of the phrase families; reading the whole record takes a moment, so it is kept as long as nobody writes.</summary>
    public IReadOnlyList<FoundWording> Wordings() => With(c => c.Wordings());

    /// <summary>The actors that are named most, for fields that ask for one: a help to write, which may be some minutes old.</summary>
    public IReadOnlyList<FoundActor> KnownActors()
    {
        if (hints is { } known && Serving.Clock.GetElapsedTime(known.Made) < TimeSpan.FromMinutes(known.Actors.Count < MostHints ? 0.25 : 5)) return known.Actors;
        var actors = Ask(new ActorsQuestion { Selection = new Selection { Limit = MostHints } });
        hints = new Hints(Serving.Clock.GetTimestamp(), actors);
        return actors;
    }

    /// <summary>One part of a list, and whether the record covers what was asked.</summary>
    /// <param name="question">Made with <see cref="Asked.Selection"/>, which asks for one more than the limit.</param>
    public Answer<T> List<T>(Asked asked, Question<IReadOnlyList<T>> question) => List<T>(asked, store => store.Ask(question));

    /// <param name="ask">Asks for one more than the limit.</param>
    public Answer<T> List<T>(Asked asked, Func<ReadingStore, IReadOnlyList<T>> ask) => With(connection =>
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

    /// <summary>How often somebody has written through this process.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <summary>Somebody has written through this process: look again.</summary>
    public void Written()
    {
        lock (watching) lastLook = null;
        Interlocked.Increment(ref writes);
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

    private sealed record Hints(long Made, IReadOnlyList<FoundActor> Actors);

    /// <summary>A connection, and what it knows as long as nobody writes.</summary>
    private sealed class Connection(ReadingStore store)
    {
        private readonly Dictionary<CoverageQuestion, Coverage> known = [];
        private long version = -1;
        private IReadOnlyList<FoundWording>? wordings;

        public ReadingStore Store { get; } = store;

        // Every answer says what the record covers, and counting the record again for each would cost more than most answers.
        public Coverage Coverage(CoverageQuestion question)
        {
            Forget();
            return known.TryGetValue(question, out var coverage) ? coverage : known[question] = Store.Ask(question);
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
            wordings = null;
            version = now;
        }
    }
}

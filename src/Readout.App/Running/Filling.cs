using Readout.Pages;
using Readout.Store;
using Readout.Store.Adding;

namespace Readout.App.Running;

/// <summary>Fills a store from inputs: pages are read on several threads, what the store knows is not read again, one writer keeps the rest in short transactions.</summary>
internal sealed class Filling(ReadingStore store, LoadedReader loaded, TimeProvider clock)
{
    private const int ArticlesPerTransaction = 32;
    private readonly AddedCounts counts = new();

    /// <summary>What the caller knows of a page beyond what its input says.</summary>
    public Func<Page, Page> Prepare { get; init; } = page => page;

    public string Summary => counts.ToString();

    /// <summary>What became of each article, in the order of the inputs; each is on disk when it is given.</summary>
    public IEnumerable<Added> Add(ReadingRun run, IReadOnlyList<string> names)
    {
        foreach (var batch in run.Batches(names, Look, ArticlesPerTransaction))
            foreach (var added in Keep(batch))
            {
                counts.Add(added);
                yield return added;
            }
    }

    // Extracting costs a hundredth of reading, so an article that is known costs next to nothing.
    private Looked Look(Page page)
    {
        var reader = loaded.Reader;
        var article = reader.Extract(Prepare(page));
        return new Looked(article, store.Knows(article, reader.Version) ? null : reader.Read(article));
    }

    private IEnumerable<Added> Keep(IReadOnlyList<Looked> batch)
    {
        var readings = batch.Select(l => l.Reading).OfType<Reading>().ToList();
        var kept = readings.Count > 0 ? store.Add(readings, clock.GetUtcNow()) : [];
        var next = 0;
        foreach (var (article, reading) in batch)
            yield return reading is null ? new Added(article.Id, article.Input, article.Title, AddResult.Known, []) : kept[next++];
    }

    private readonly record struct Looked(Article Article, Reading? Reading);
}

/// <summary>How many articles were added, known, changed, read anew, and have copies.</summary>
internal sealed class AddedCounts
{
    private readonly int[] counts = new int[Enum.GetValues<AddResult>().Length];
    private int copies;

    public void Add(Added added)
    {
        counts[(int)added.Result]++;
        if (added.Copies.Count > 0 && added.Result != AddResult.Known) copies++;
    }

    public override string ToString()
    {
        var text = $"{counts[(int)AddResult.Added]} articles added";
        if (counts[(int)AddResult.Changed] is > 0 and var changed) text += $", {changed} changed";
        if (counts[(int)AddResult.Reread] is > 0 and var reread) text += $", {reread} read anew";
        if (counts[(int)AddResult.Known] is > 0 and var known) text += $", {known} known already";
        return copies > 0 ? $"{text}, {copies} near copies of others" : text;
    }
}

using Readout.Tests.App;

namespace Readout.Tests.Store;

/// <summary>The samples, read once into a file and once into PostgreSQL, answer all questions in the same bytes.</summary>
public sealed class SameAnswersTests : IDisposable
{
    private static readonly string[] Questions =
    [
        "said --limit 500", "said Blinken --about Korea", "said --wording", "said --about sanctions", "timeline --limit 500", "timeline --reports --limit 500", "timeline PRK USA --type consult", "timeline --place seoul",
        "timeline --about sanctions", "relations USA PRK --by week", "relations USA IRN --events", "ledger positions --limit 500", "ledger demands", "ledger agreements", "ledger meetings", "ledger offices --limit 500",
        "brief USA KOR --as-of 2021-03-31", "brief IRN", "export --format jsonl", "export --format gdelt", "correct --list", "watch list",
    ];

    private readonly Session session = new();
    private readonly StoreFile shared = new(StoreKind.Postgres);

    public void Dispose()
    {
        session.Dispose();
        shared.Dispose();
    }

    [Fact]
    public void Both_databases_give_the_same_bytes()
    {
        var (file, samples) = (Path.Combine(session.Folder, "samples.db"), Path.Combine(Repository.Root, "samples"));
        Assert.Equal(0, session.Run("add", samples, "--store", file));
        var added = session.Output;
        Assert.Equal(0, session.Run("add", samples, "--store", shared.Path));
        Assert.Equal(added, session.Output);
        Assert.Equal(0, session.Run("add", samples, "--store", shared.Path, "--dry-run"));
        Assert.All(session.Lines, line => Assert.Contains("\"known\"", line, StringComparison.Ordinal));
        foreach (var question in Questions) Assert.Equal((question, Answer(question, file)), (question, Answer(question, shared.Path)));
        foreach (var words in new[] { "sanction*", "\"joint statement\"", "korea -japan", "talks OR negotiations", "secretary visiting" }) Assert.Equal((words, Hits(words, file)), (words, Hits(words, shared.Path)));
    }

    private string Answer(string question, string store)
    {
        Assert.Equal((question, 0, ""), (question, session.Run([.. question.Split(' '), "--store", store, "--quiet"]), session.Errors));
        return session.Output;
    }

    /// <summary>Which are found; PostgreSQL ranks otherwise.</summary>
    private string Hits(string words, string store)
    {
        Assert.Equal(0, session.Run("search", words, "--limit", "500", "--store", store));
        Assert.NotEmpty(session.Lines);
        return string.Join('\n', session.Lines.Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
    }
}

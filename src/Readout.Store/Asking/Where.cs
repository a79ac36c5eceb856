using System.Data.Common;
using System.Globalization;
using System.Text;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Conditions of a query with their values; each <c>?</c> becomes the next parameter, so that no word of a question is ever taken for SQL.</summary>
internal sealed class Where
{
    private readonly StringBuilder sql = new();
    private readonly List<object?> values = [];

    public IReadOnlyList<object?> Values => values;

    public Where And(string condition, params IReadOnlyList<object?> given)
    {
        sql.Append(sql.Length == 0 ? "WHERE " : " AND ");
        Append(condition, given);
        return this;
    }

    /// <summary>What every question asks of an article: current, and published in time.</summary>
    public Where Published(DateOnly? asOf, DateOnly? from = null, DateOnly? to = null)
    {
        And("v.is_current = 1");
        if (asOf is { } day) And("v.published <= ?", IsoPeriod.Text(day));
        if (from is { } first) And("v.published >= ?", IsoPeriod.Text(first));
        if (to is { } last) And("v.published <= ?", IsoPeriod.Text(last));
        return this;
    }

    /// <summary>What a selection asks of an article beside its days.</summary>
    public Where Article(Selection selection)
    {
        if (selection.Outlet is { } outlet) And("v.source = ?", outlet);
        if (selection.Since is { } since) And("v.seen IN (SELECT run FROM runs WHERE started >= ?)", AddedSince.Text(since));
        return this;
    }

    /// <summary>That a row's text has the words of a user's query.</summary>
    public Where Words(DbConnection connection, string table, string alias, string words)
    {
        var database = Database.Of(connection);
        return And(database.Has(table, alias), database.Query(new WordsQuery(words)));
    }

    public string Limit(int limit) => string.Create(CultureInfo.InvariantCulture, $"LIMIT @{Value(limit)}");

    /// <summary>Number of a parameter with a value of its own.</summary>
    public int Value(object value)
    {
        values.Add(value);
        return values.Count;
    }

    public override string ToString() => sql.ToString();

    private void Append(string condition, IReadOnlyList<object?> given)
    {
        var next = 0;
        foreach (var c in condition)
        {
            if (c != '?')
            {
                sql.Append(c);
                continue;
            }
            values.Add(given[next++]);
            sql.Append('@').Append(values.Count.ToString(CultureInfo.InvariantCulture));
        }
        if (next != given.Count) throw new ArgumentException($"{next} values expected in '{condition}'", nameof(given));
    }
}

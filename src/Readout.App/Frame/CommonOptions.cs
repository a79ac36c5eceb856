using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Readout.World;

namespace Readout.App.Frame;

/// <summary>The options that stand on every verb.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> store = new("--store", "-s")
    {
        Description = "The store: a file, or a postgres:// address (default: readout.db in your data folder)",
        HelpName = "PATH|CONNECTION",
        Recursive = true,
    };

    private readonly Option<DateOnly?> date = new("--date")
    {
        Description = "Publication date where the page has none, YYYY-MM-DD",
        HelpName = "DATE",
        Recursive = true,
        CustomParser = r => Day(r, first: true),
    };

    private readonly Option<DateOnly?> asOf = new("--as-of")
    {
        Description = "Answer as of the end of that day, month or year; nothing published later shows",
        HelpName = "DATE",
        Recursive = true,
        CustomParser = r => Day(r, first: false),
    };

    private readonly Option<string?> format = new("--format", "-f")
    {
        Description = "text, json, jsonl or csv (default: text on a terminal, jsonl in a pipe)",
        HelpName = "FORMAT",
        Recursive = true,
    };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no notes on standard error; errors still show", Recursive = true };

    private readonly Option<int?> jobs = new("--jobs", "-j")
    {
        Description = "Pages read at the same time (default: one for each processor)",
        HelpName = "N",
        Recursive = true,
        CustomParser = Count,
    };

    private readonly Option<string?> knowledge = new("--knowledge")
    {
        Description = "Folder of the knowledge files (default: the one that came with the program)",
        HelpName = "PATH",
        Recursive = true,
    };

    private readonly Option<string?> models = new("--models")
    {
        Description = "Folder of the trained models (default: the one that came with the program)",
        HelpName = "PATH",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        foreach (var option in new Option[] { store, date, asOf, format, quiet, jobs, knowledge, models }) root.Add(option);
    }

    public Setting Read(ParseResult result) => new()
    {
        Store = result.GetValue(store) ?? DefaultStore(),
        Date = result.GetValue(date),
        AsOf = result.GetValue(asOf),
        Format = result.GetValue(format),
        Quiet = result.GetValue(quiet),
        Jobs = result.GetValue(jobs) ?? Environment.ProcessorCount,
        Knowledge = result.GetValue(knowledge) ?? Path.Combine(AppContext.BaseDirectory, "knowledge"),
        Models = result.GetValue(models) ?? Path.Combine(AppContext.BaseDirectory, "models"),
    };

    public static string DefaultStore() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "readout", "readout.db");

    /// <summary>A day, or the first or last day of a month or year.</summary>
    private static DateOnly? Day(ArgumentResult result, bool first)
    {
        var given = result.Tokens is [var token] ? token.Value : "";
        var day = first ? Tenure.FirstDay(given) : Tenure.LastDay(given);
        if (day is null) result.AddError($"'{given}' is no date; write it as 2021-03-18");
        return day;
    }

    private static int? Count(ArgumentResult result)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 1024) return count;
        result.AddError("--jobs must be a number from 1 to 1024");
        return null;
    }
}

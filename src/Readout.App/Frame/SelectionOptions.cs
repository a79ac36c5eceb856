using System.CommandLine;
using System.Globalization;
using Readout.Store.Asking;
using Readout.World;

namespace Readout.App.Frame;

/// <summary>What the verbs that ask take: actors, words, days, types, places, how many.</summary>
/// <param name="isCounted">Whether the answers are a list that --limit cuts; a brief has sections instead.</param>
internal sealed class SelectionOptions(bool isCounted = true)
{
    private readonly Argument<string[]> actors = new("ACTOR")
    {
        Description = "A code (PRK), an id (antony-blinken) or a name (\"North Korea\", Blinken); several mean: all of them take part",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> about = new("--about", "-a") { Description = "Words that must occur; \"a phrase\", -without, begin*, one OR other", HelpName = "WORDS" };

    private readonly Option<string?> from = new("--from") { Description = "Published on that day, month or year, or later", HelpName = "DATE" };

    private readonly Option<string?> to = new("--to") { Description = "Published on that day, month or year, or earlier", HelpName = "DATE" };

    private readonly Option<string[]> types = new("--type", "-t") { Description = "PLOVER type of the event, such as CONSULT; may be repeated", HelpName = "TYPE" };

    private readonly Option<string?> place = new("--place", "-p") { Description = "Name of a place, or code of a country", HelpName = "PLACE" };

    private readonly Option<int> limit = new("--limit", "-n") { Description = "At most so many answers", HelpName = "N", DefaultValueFactory = _ => 50 };

    /// <summary>Arguments and options of a verb whose only arguments are actors.</summary>
    public void AddTo(Command verb, bool events = false)
    {
        verb.Add(actors);
        AddOptionsTo(verb);
        verb.Add(about);
        if (!events) return;
        verb.Add(types);
        verb.Add(place);
    }

    public void AddOptionsTo(Command verb)
    {
        verb.Add(from);
        verb.Add(to);
        if (isCounted) verb.Add(limit);
    }

    public Selection Read(Call call) => new()
    {
        Actors = call.Get(actors) ?? [],
        Words = call.Get(about),
        From = Day("--from", call.Get(from), first: true),
        To = Day("--to", call.Get(to), first: false),
        Types = call.Get(types) ?? [],
        Place = call.Get(place),
        Limit = !isCounted ? int.MaxValue : call.Get(limit) is > 0 and var most ? most : throw new UsageException("--limit must be 1 or more"),
    };

    private static DateOnly? Day(string option, string? given, bool first)
    {
        if (given is null) return null;
        return (first ? Tenure.FirstDay(given) : Tenure.LastDay(given)) ?? throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option} {given} is no date; write it as 2021-03-18, 2021-03 or 2021"));
    }
}

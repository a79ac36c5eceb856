using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>FollowTheMoney entities: people, bodies, offices, articles, events, one JSON object on a line.</summary>
internal static class FollowTheMoney
{
    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var rows = 0L;
        var acts = request.Acts();
        var parties = acts.SelectMany(a => a.Actors.Concat(a.Recipients)).GroupBy(p => p.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var party in parties)
        {
            var named = party.OrderBy(p => p.Name, StringComparer.Ordinal).First();
            Entity(output, Id("actor", party.Key), Schema(named.Kind), [("name", [.. party.Select(p => p.Name).Distinct().Order(StringComparer.Ordinal)]), ("country", Country(named.Code))]);
            rows++;
        }
        foreach (var office in request.Store.Ask(new OfficesQuestion { Selection = request.All, AsOf = request.AsOf }).Where(o => parties.Any(p => p.Key == o.Person)))
        {
            Entity(output, Id("post", $"{office.Code}/{office.Office}"), "Position", [("name", [office.Office]), ("country", Country(office.Code))]);
            Entity(output, Id("occupancy", $"{office.Person}/{office.Code}/{office.Office}"), "Occupancy",
                [("holder", [Id("actor", office.Person)]), ("post", [Id("post", $"{office.Code}/{office.Office}")]), ("date", [.. new[] { office.First, office.Last }.OfType<string>().Distinct()])]);
            rows += 2;
        }
        foreach (var citation in acts.Select(a => a.Citation with { Span = default }).DistinctBy(c => c.Article).OrderBy(c => c.Article, StringComparer.Ordinal))
        {
            Entity(output, Id("article", citation.Article), "Article", [("title", One(citation.Title)), ("publishedAt", One(citation.Published)), ("publisher", [citation.Outlet]), ("sourceUrl", One(citation.Url))]);
            rows++;
        }
        foreach (var act in acts)
        {
            Entity(output, act.Act, "Event",
            [
                ("name", [$"{act.Type}{(act.Mode is null ? "" : " " + act.Mode)}"]), ("summary", [act.Sentence]), ("startDate", One(act.FirstDay?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))),
                ("endDate", One(act.LastDay?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))), ("location", One(act.Place)), ("country", Country(act.Country)), ("status", [act.Status]),
                ("organizer", [.. act.Actors.Select(p => Id("actor", p.Id))]), ("involved", [.. act.Recipients.Select(p => Id("actor", p.Id))]), ("proof", [Id("article", act.Citation.Article)]),
            ]);
            rows++;
        }
        return new ExportNote(rows,
        [
            new("Person, Organization, Country, LegalEntity", "who takes part"), new("Position, Occupancy", "offices as the articles show them; date: first and last article"), new("Article", "articles that report an act"), new("Event", "acts; organizer: those who did it, involved: those to whom it was done, proof: the article"),
            new("Occupancy.startDate, endDate", "", "articles show an office on days; they seldom tell when it began"),
        ], ["FollowTheMoney JSON, one entity on a line; ids are stable"]);
    }

    private static string Schema(string? kind) => kind switch { "person" => "Person", "state" => "PublicBody", "organisation" => "Organization", "place" => "Address", _ => "LegalEntity" };

    private static string Id(string kind, string id) => $"readout-{kind}-{Sides.Hash(id).ToString("x10", System.Globalization.CultureInfo.InvariantCulture)}";

    private static IReadOnlyList<string> Country(string? code) => code is null || !Tables.States.Has(code) ? [] : [code.ToLowerInvariant()];

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private static void Entity(Stream output, string id, string schema, IReadOnlyList<(string Name, IReadOnlyList<string> Values)> properties) => JsonText.Line(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in properties)
            if (values.Count > 0) json.Texts(name, values);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}

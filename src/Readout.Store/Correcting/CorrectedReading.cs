using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Output;

namespace Readout.Store.Correcting;

/// <summary>A reading with its corrections applied, and which of them held.</summary>
/// <param name="Held">Ids of the corrections that changed something or name something in it.</param>
/// <param name="Failed">Ids of those whose finding was not found again.</param>
internal sealed record CorrectedReading(JsonObject Json, IReadOnlyList<string> Held, IReadOnlyList<string> Failed)
{
    /// <summary>Applies corrections in the order in which they were made: first who is who, then findings, then who is who once more for what they brought.</summary>
    public static CorrectedReading Of(JsonObject reading, IReadOnlyList<Correction> corrections)
    {
        var edit = new Edit(reading);
        edit.Actors(corrections);
        foreach (var correction in corrections.Where(c => c.Act is not (CorrectionAct.Merge or CorrectionAct.Split or CorrectionAct.Rename))) edit.Apply(correction);
        edit.Actors(corrections);
        edit.Note(corrections);
        return new CorrectedReading(reading, [.. edit.Held], [.. edit.Failed.Except(edit.Held)]);
    }

    public Reading Reading() => ReadingParse.Of(JsonSerializer.SerializeToElement(Json));

    private sealed class Edit(JsonObject reading)
    {
        // A chain of merges is short; a circle of them must end.
        private const int Rounds = 4;
        private readonly string article = reading["article"]!["id"]!.GetValue<string>();
        private readonly string? published = FindingFields.Text(reading["article"]!.AsObject(), "published");
        private readonly Attaching attaching = new(reading);

        public SortedSet<string> Held { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Failed { get; } = new(StringComparer.Ordinal);

        public void Actors(IReadOnlyList<Correction> corrections)
        {
            List<Correction> actors = [.. corrections.Where(c => c.Act is CorrectionAct.Merge or CorrectionAct.Split or CorrectionAct.Rename)];
            for (var round = 0; round < Rounds; round++)
            {
                var changed = false;
                foreach (var correction in actors.Where(c => round == 0 || c.Act != CorrectionAct.Rename))
                    if (Actor(correction)) changed |= Held.Add(correction.Id) || correction.Act != CorrectionAct.Rename;
                if (!changed) break;
            }
        }

        public void Apply(Correction correction)
        {
            foreach (var target in correction.Targets.Where(t => t.Article == article))
                (Apply(correction, target) ? Held : Failed).Add(correction.Id);
        }

        /// <summary>Leaves a note of what was corrected in the reading itself.</summary>
        public void Note(IReadOnlyList<Correction> corrections)
        {
            if (Held.Count == 0) return;
            reading["corrections"] = new JsonArray([.. corrections.Where(c => Held.Contains(c.Id)).Select(c =>
                (JsonNode)new JsonObject { ["id"] = c.Id, ["act"] = CorrectionJson.Word(c.Act), ["author"] = c.Author, ["made"] = c.Made, ["reason"] = c.Reason })]);
        }

        private bool Actor(Correction correction)
        {
            if (correction is not { Actor: { } actor, As: { } identity } || (correction.Scope is { } scope && !IsIn(scope, actor))) return false;
            if (correction.Act == CorrectionAct.Rename)
            {
                var entity = reading["entities"]!.AsArray().OfType<JsonObject>().FirstOrDefault(e => FindingFields.Text(e, "id") == actor);
                if (entity is null) return false;
                entity["name"] = identity.Name;
                return true;
            }
            return actor != identity.Id && ActorEdits.Replace(reading, actor, identity);
        }

        private bool IsIn(Scope scope, string actor)
        {
            if (scope.Articles.Count > 0 && !scope.Articles.Contains(article)) return false;
            if (scope.From is { } from && (published is null || string.CompareOrdinal(published, from) < 0)) return false;
            if (scope.To is { } to && (published is null || string.CompareOrdinal(published, to) > 0)) return false;
            return scope.Office is null || reading["entities"]!.AsArray().OfType<JsonObject>().Any(e => FindingFields.Text(e, "id") == actor && FindingFields.Text(e, "office") == scope.Office);
        }

        private bool Apply(Correction correction, Anchor target)
        {
            if (correction.Act == CorrectionAct.Add) return Add(correction, target);
            if (attaching.Find(target) is not { } found) return false;
            switch (correction.Act)
            {
                case CorrectionAct.Wrong:
                    reading[target.Kind + "s"]!.AsArray().Remove(found);
                    return true;
                case CorrectionAct.Set:
                    foreach (var (field, value) in JsonNode.Parse(correction.Fields!)!.AsObject()) found[field] = value?.DeepClone();
                    Mark(found, "corrected", correction.Id);
                    return true;
                case CorrectionAct.Link:
                    return Link(correction, target, found);
                default:
                    Mark(found, correction.Act == CorrectionAct.Join ? "joined" : "parted", correction.Id);
                    return true;
            }
        }

        private bool Link(Correction correction, Anchor target, JsonObject entity)
        {
            var id = FindingFields.Text(entity, "id")!;
            // Sides name the mention when only one is meant.
            var isOne = target.Sides is ["mention"];
            return isOne && attaching.Place(target) is { } place ? ActorEdits.Replace(reading, id, correction.As!, place) : !isOne && ActorEdits.Replace(reading, id, correction.As!);
        }

        private bool Add(Correction correction, Anchor target)
        {
            if (attaching.Place(target) is not { } place) return false;
            var finding = JsonNode.Parse(correction.Fields!)!.AsObject();
            finding["id"] = "c" + correction.Id[..6];
            finding["rule"] = "correction";
            var span = new JsonObject { ["start"] = place.Start, ["end"] = place.End };
            if (target.Kind == "statement") finding["content"] = new JsonArray(span);
            else finding["evidence"] = span;
            Mark(finding, "corrected", correction.Id);
            reading[target.Kind + "s"]!.AsArray().Add(finding);
            return true;
        }

        private static void Mark(JsonObject finding, string name, string id)
        {
            if (finding[name] is not JsonArray marks) finding[name] = marks = [];
            marks.Add((JsonNode)id);
        }
    }
}

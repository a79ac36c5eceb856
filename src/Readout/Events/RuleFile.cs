using Readout.Loading;

namespace Readout.Events;

/// <summary>
/// Reads a file of event rules. A line is a comment (<c>#</c>), a class (<c>class talks = talk meeting</c>), a list of places (<c>places doer = subj|by</c>, used as <c>~doer</c>), the head of a rule
/// (<c>rule meet CONSULT mode=visit cameo=042</c>), one of its patterns (<c>verb meet + obj:ACTOR : subj &amp; obj</c>) or an example
/// (<c>yes ... => CONSULT USA &amp; KOR</c>, <c>no ...</c>).
/// </summary>
internal sealed class RuleFile(string file)
{
    private readonly Dictionary<string, string[]> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> places = new(StringComparer.Ordinal);

    public List<EventRule> Rules { get; } = [];

    public List<RuleExample> Examples { get; } = [];

    public static RuleFile Parse(string name, string text)
    {
        var file = new RuleFile(name);
        var line = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            line++;
            var content = raw.Trim().ToString();
            if (content.Length > 0 && content[0] != '#') file.ReadLine(content, line);
        }
        return file;
    }

    private void ReadLine(string content, int line)
    {
        var (word, rest) = Cut(content, ' ');
        switch (word)
        {
            case "class": ReadClass(rest, line); break;
            case "places": ReadPlaces(rest, line); break;
            case "rule": ReadHead(rest, line); break;
            case "verb" or "noun": ReadPattern(word == "noun", rest, line); break;
            case "yes" or "no": Examples.Add(Example(word, rest, line)); break;
            case "todo": Examples.Add(Example(Cut(rest, ' ').Item1, Cut(rest, ' ').Item2, line) with { IsKnownFailure = true }); break;
            default: throw new KnowledgeException(file, line, $"begins with '{word}', expected class, places, rule, verb, noun, yes, no or todo");
        }
    }

    private void ReadClass(string rest, int line)
    {
        var (name, words) = Cut(rest, '=');
        if (words.Length == 0) throw new KnowledgeException(file, line, "names no words; write: class NAME = WORD WORD");
        classes[name.Trim()] = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Expand(w, line))];
    }

    private void ReadPlaces(string rest, int line)
    {
        var (name, list) = Cut(rest, '=');
        if (list.Length == 0) throw new KnowledgeException(file, line, "names no places; write: places NAME = PLACE|PLACE");
        places["~" + name.Trim()] = Places(list, line);
    }

    private void ReadHead(string rest, int line)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) throw new KnowledgeException(file, line, "needs a name and a type; write: rule NAME TYPE [mode=M] [cameo=C] [context=X,Y]");
        string? Option(string key) => words.FirstOrDefault(w => w.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
        Rules.Add(new EventRule(words[0], file, line, words[1], Option("mode"), Option("cameo"), Option("context")?.Split(',') ?? [], []) { Status = Option("status") });
    }

    private void ReadPattern(bool isNoun, string rest, int line)
    {
        var (left, roles) = Cut(rest, " : ");
        var parts = (" " + left).Split([" + ", " - "], StringSplitOptions.None);
        var lemmas = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Expand(w, line)).ToList();
        if (lemmas.Count == 0) throw new KnowledgeException(file, line, "names no verb or noun");
        var (actors, recipients, mutual) = ReadRoles(roles, line);
        var pattern = new Pattern(isNoun, lemmas, [.. Tests(" " + left, line)], actors, recipients, mutual, line);
        var rule = Last(line);
        Rules[^1] = rule with { Patterns = [.. rule.Patterns, pattern] };
    }

    private IEnumerable<SlotTest> Tests(string left, int line)
    {
        for (var at = left.AsSpan().IndexOfAny("+-"); at >= 0;)
        {
            if (left[at - 1] != ' ' || at + 1 >= left.Length || left[at + 1] != ' ') { at = Next(left, at); continue; }
            var next = Next(left, at);
            yield return Test(left[(at + 2)..(next < 0 ? left.Length : next)].Trim(), left[at] == '-', line);
            at = next;
        }
    }

    private static int Next(string left, int at)
    {
        var plus = left.IndexOf(" + ", at + 1, StringComparison.Ordinal);
        var minus = left.IndexOf(" - ", at + 1, StringComparison.Ordinal);
        var next = plus < 0 ? minus : minus < 0 ? plus : Math.Min(plus, minus);
        return next < 0 ? -1 : next + 1;
    }

    private SlotTest Test(string text, bool absent, int line)
    {
        var (slot, words) = Cut(text, ':');
        if (words.Length == 0) return new SlotTest(slot.Trim(), null, false, absent);
        if (words == "ACTOR") return new SlotTest(slot.Trim(), null, true, absent);
        return new SlotTest(slot.Trim(), words.Split('|').SelectMany(w => Expand(w.Trim(), line)).ToHashSet(StringComparer.Ordinal), false, absent);
    }

    private (string[] Actors, string[] Recipients, bool Mutual) ReadRoles(string roles, int line)
    {
        var mutual = roles.Contains('&');
        var (actors, recipients) = Cut(roles, mutual ? "&" : ">");
        return (Places(actors, line), Places(recipients, line), mutual);
    }

    private string[] Places(string text, int line) =>
        [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(p => p[0] != '~' ? [p] : places.TryGetValue(p, out var list) ? list : throw new KnowledgeException(file, line, $"uses the places {p}, which are not defined above it"))];

    private RuleExample Example(string word, string rest, int line) => word switch
    {
        "yes" => Yes(rest, line),
        "no" => new RuleExample(Last(line).Name, file, line, rest, null),
        _ => throw new KnowledgeException(file, line, $"has '{word}' after todo, expected yes or no"),
    };

    private RuleExample Yes(string rest, int line)
    {
        var (sentence, expected) = Cut(rest, "=>");
        if (expected.Length == 0) throw new KnowledgeException(file, line, "has no expectation; write: yes SENTENCE => TYPE ACTOR > RECIPIENT");
        return new RuleExample(Last(line).Name, file, line, sentence.Trim(), expected.Trim());
    }

    private string[] Expand(string word, int line) =>
        word.Length == 0 ? throw new KnowledgeException(file, line, "has an empty word beside a '|'; write it or take the '|' away")
        : word[0] != '@' ? [word] : classes.TryGetValue(word[1..], out var words) ? words : throw new KnowledgeException(file, line, $"uses the class {word}, which is not defined above it");

    private EventRule Last(int line) => Rules.Count > 0 ? Rules[^1] : throw new KnowledgeException(file, line, "stands before the first rule");

    private static (string, string) Cut(string text, char at) => Cut(text, at.ToString());

    private static (string, string) Cut(string text, string at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + at.Length)..].Trim());
    }
}

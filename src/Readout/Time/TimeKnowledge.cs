using Readout.Loading;
using Readout.Phrases;

namespace Readout.Time;

/// <summary>The words and rules of time, compiled from <c>knowledge/time</c>.</summary>
internal sealed class TimeKnowledge
{
    private const string Folder = "time/";

    private TimeKnowledge(PhraseGrammar grammar)
    {
        Grammar = grammar;
        Numbers = new NumberReader(grammar.Lexicon);
        TimeFormulas.Check(grammar);
    }

    internal PhraseGrammar Grammar { get; }

    internal NumberReader Numbers { get; }

    /// <summary>Reads and checks the files. Throws <see cref="KnowledgeException"/> that names file, line and remedy.</summary>
    public static TimeKnowledge Load(KnowledgeFolder folder)
    {
        var files = folder.Names.Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".rules", StringComparison.Ordinal)).Select(n => (n, folder.Text(n)));
        return new(PhraseGrammar.Build([.. folder.Tables(Folder.TrimEnd('/'))], [.. files]));
    }
}

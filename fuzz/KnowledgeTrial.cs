using Readout.Agreements;
using Readout.Events;
using Readout.Figures;
using Readout.Loading;
using Readout.Meetings;
using Readout.Pages;
using Readout.Places;
using Readout.Positions;
using Readout.Statements;
using Readout.Statements.Wording;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Fuzz;

/// <summary>Compiles the part of the knowledge that one file belongs to, with other content. The input's first line names the file; all files are cut short, so that a trial takes milliseconds.</summary>
internal sealed class KnowledgeTrial
{
    private const int Longest = 4096;
    private readonly KnowledgeFolder small;
    private readonly RuleBook rules;

    public KnowledgeTrial(KnowledgeFolder whole)
    {
        small = whole.WithEach((_, bytes) => Beginning(bytes));
        rules = new RuleBook(small);
    }

    /// <summary>Seeds: each file's beginning under its name.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Seeds(KnowledgeFolder whole) =>
        whole.Names.Select(n => (n, (byte[])[.. System.Text.Encoding.UTF8.GetBytes(n + "\n"), .. Beginning(System.Text.Encoding.UTF8.GetBytes(whole.Text(n)))]));

    public void Load(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        var name = System.Text.Encoding.UTF8.GetString(input, 0, Math.Max(end, 0));
        // A name of our own: what the folder holds, not what the file says, is on trial here.
        if (!small.Has(name)) return;
        try
        {
            Compile(name.Split('/')[0], small.With(name, input[(end + 1)..]));
        }
        catch (KnowledgeException)
        {
            // Refused with file and line.
        }
    }

    private void Compile(string part, KnowledgeFolder folder) => _ = part switch
    {
        "pages" => new PageKnowledge(folder),
        "places" => new PlaceKnowledge(folder),
        "positions" => new PositionBook(folder),
        "agreements" => new AgreementBook(folder, rules),
        "meetings" => (object)(new MeetingWords(folder), new MeetingTitles(folder)),
        "time" => TimeKnowledge.Load(folder),
        "figures" => FigureKnowledge.Load(folder),
        "language" => LanguageRules.Load(folder),
        "statements" => (new StatementFinder(folder), new WordingFinder(folder)),
        "events" => new RuleBook(folder),
        _ => new Actors(folder),
    };

    private static byte[] Beginning(byte[] bytes)
    {
        if (bytes.Length <= Longest) return bytes;
        var end = Array.LastIndexOf(bytes, (byte)'\n', Longest);
        return bytes[..(end + 1)];
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.App.Frame;
using Readout.Loading;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.App.Commands;

/// <summary><c>readout parse</c>: the linguist's view of plain text, or of CoNLL-U whose words and sentences are kept.</summary>
internal static class ParseCommand
{
    // Blocks that one worker takes at a time. Sentences do not depend on their neighbours, so this changes no byte.
    private const int BlocksPerTask = 40;

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "A plain-text or CoNLL-U file, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var isPretokenised = new Option<bool>("--pretokenised") { Description = "The input is CoNLL-U whose words and sentences are kept" };
        var verb = new Verb("parse", "The linguist's view: prints CoNLL-U", "readout parse speech.txt", "readout parse --pretokenised gold.conllu > system.conllu") { inputs, isPretokenised };
        return verb.Does(call => Run(call, call.Get(inputs)!, call.Get(isPretokenised)), common, terminal);
    }

    private static int Run(Call call, IReadOnlyList<string> inputs, bool isPretokenised)
    {
        using var model = LanguageModel.Load(call.Setting.Models);
        var parser = new Parser(model, LanguageRules.Load(new KnowledgeFolder(call.Setting.Knowledge)));
        using var input = new StreamReader(call.Terminal.Input);
        using var writer = new StreamWriter(call.Terminal.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var status = ExitStatus.Done;
        foreach (var name in inputs)
        {
            try
            {
                if (isPretokenised) ParseWords(parser, name, input, call.Setting.Jobs, writer);
                else ParseText(parser, name == "-" ? input.ReadToEnd() : File.ReadAllText(name), call.Setting.Jobs, writer);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
            {
                call.Terminal.Error.WriteLine($"readout: {name}: {problem.Message}");
                status = ExitStatus.SomeFailed;
            }
        }
        return status;
    }

    private static void ParseText(Parser parser, string text, int jobs, TextWriter writer)
    {
        var blocks = Paragraphs(text);
        var chunks = blocks.Chunk(BlocksPerTask).ToArray();
        Write(chunks, jobs, chunk => parser.Read(text, chunk), writer);
    }

    private static void ParseWords(Parser parser, string name, TextReader input, int jobs, TextWriter writer)
    {
        var sentences = name == "-" ? Conllu.Read(input) : Conllu.ReadFile(name);
        Write([.. sentences.Chunk(100)], jobs, chunk => ReadWords(parser, chunk), writer);
    }

    private static IReadOnlyList<Parse> ReadWords(Parser parser, ConlluSentence[] sentences)
    {
        var text = new StringBuilder();
        var words = new List<TextSpan[]>();
        foreach (var sentence in sentences)
        {
            var spans = new TextSpan[sentence.Words.Count];
            for (var i = 0; i < spans.Length; i++)
            {
                spans[i] = new TextSpan(text.Length, text.Length + sentence.Words[i].Form.Length);
                text.Append(sentence.Words[i].Form).Append(' ');
            }
            words.Add(spans);
        }
        return parser.ReadWords(text.ToString(), words);
    }

    private static void Write<T>(IReadOnlyList<T> chunks, int jobs, Func<T, IReadOnlyList<Parse>> parse, TextWriter writer)
    {
        var number = 0;
        foreach (var parses in chunks.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(parse))
            foreach (var one in parses)
                ConlluWriter.Write(writer, one, (++number).ToString(CultureInfo.InvariantCulture));
    }

    // Paragraphs are apart by empty lines.
    private static List<Block> Paragraphs(string text)
    {
        var blocks = new List<Block>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !IsBreak(text, at)) continue;
            if (at > start) blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, at)));
            while (at < text.Length && text[at] is '\n' or '\r' or ' ' or '\t') at++;
            start = at;
        }
        return blocks;
    }

    private static bool IsBreak(string text, int at) =>
        text[at] == '\n' && text.AsSpan(at + 1).TrimStart(" \t\r").StartsWith("\n", StringComparison.Ordinal);
}

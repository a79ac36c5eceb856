using System.Globalization;
using System.Text;
using Readout.Loading;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.App.Commands;

/// <summary><c>readout parse</c>: the linguist's view of plain text, or of CoNLL-U whose words and sentences are kept.</summary>
public static class ParseCommand
{
    // Blocks that one worker takes at a time. Sentences do not depend on their neighbours, so this changes no byte.
    private const int BlocksPerTask = 40;

    private const string Usage = """
        usage: readout parse [--pretokenised] [--jobs N] [--models FOLDER] [--knowledge FOLDER] INPUT...
          prints CoNLL-U; an INPUT is a plain-text file, or - for standard input;
          with --pretokenised it is CoNLL-U whose words and sentences are kept
        """;

    public static int Run(IReadOnlyList<string> args, TextReader input, Stream output, TextWriter error)
    {
        var options = ParseOptions.Read(args);
        if (options is null)
        {
            error.WriteLine(Usage);
            return 2;
        }
        using var model = LanguageModel.Load(options.Models);
        var parser = new Parser(model, LanguageRules.Load(new KnowledgeFolder(options.Knowledge)));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var failed = false;
        foreach (var name in options.Inputs)
        {
            try
            {
                if (options.IsPretokenised) ParseWords(parser, name, input, options.Jobs, writer);
                else ParseText(parser, name == "-" ? input.ReadToEnd() : File.ReadAllText(name), options.Jobs, writer);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
            {
                error.WriteLine($"readout: {name}: {problem.Message}");
                failed = true;
            }
        }
        return failed ? 1 : 0;
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

/// <summary>Options of <c>readout parse</c>.</summary>
internal sealed record ParseOptions(IReadOnlyList<string> Inputs, bool IsPretokenised, int Jobs, string Models, string Knowledge)
{
    /// <summary>Null when the call is wrong.</summary>
    public static ParseOptions? Read(IReadOnlyList<string> args)
    {
        var inputs = new List<string>();
        var options = new ParseOptions(inputs, false, Environment.ProcessorCount, Path.Combine(AppContext.BaseDirectory, "models"), Path.Combine(AppContext.BaseDirectory, "knowledge"));
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            switch (args[i])
            {
                case "--pretokenised": options = options with { IsPretokenised = true }; break;
                case "--jobs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs > 0: options = options with { Jobs = jobs }; i++; break;
                case "--models" when value is not null: options = options with { Models = value }; i++; break;
                case "--knowledge" when value is not null: options = options with { Knowledge = value }; i++; break;
                case "-": inputs.Add("-"); break;
                case ['-', ..]: return null;
                default: inputs.Add(args[i]); break;
            }
        }
        return inputs.Count > 0 ? options : null;
    }
}

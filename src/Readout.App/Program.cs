using System.Globalization;
using Readout;
using Readout.App.Commands;
using Readout.App.Sources;
using Readout.Output;
using Readout.Syntax;

if (args is ["parse", ..])
{
    using var parsed = Console.OpenStandardOutput();
    return ParseCommand.Run(args[1..], Console.In, parsed, Console.Error);
}

// The frame in which all verbs will stand; for now only `read`.
var rest = args is ["read", ..] ? args[1..] : args;
var inputs = new List<string>();
DateOnly? date = null;
for (var i = 0; i < rest.Length; i++)
{
    if (rest[i] == "--date") date = DateOnly.ParseExact(rest[++i], "yyyy-MM-dd", CultureInfo.InvariantCulture);
    else if (rest[i] == "--format") i++;
    else inputs.Add(rest[i]);
}
var problems = 0;
using var model = LanguageModel.Load(Path.Combine(AppContext.BaseDirectory, "models"));
var reader = new Reader(Knowledge.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")), model);
using var output = Console.OpenStandardOutput();
foreach (var page in new Inputs(date, Console.In, Failed).Pages(inputs))
{
    output.Write(ReadingJson.Write(reader.Read(page)).Span);
    output.WriteByte((byte)'\n');
}
return problems == 0 ? 0 : 1;

void Failed(SourceException problem)
{
    problems++;
    Console.Error.WriteLine($"readout: {problem.Input}: {problem.Message}");
}

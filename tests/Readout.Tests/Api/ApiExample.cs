using System.Text;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Tests.Api;

/// <summary>The example of docs/api.md, word for word between the two marks; the test compares and runs it.</summary>
internal static class ApiExample
{
    public static void Run(TextWriter Console)
    {
        // begin
        var home = AppContext.BaseDirectory;
        using var model = LanguageModel.Load(Path.Combine(home, "models"));
        var reader = new Reader(Knowledge.Load(Path.Combine(home, "knowledge")), model);

        var reading = reader.Read(new Page
        {
            Input = "note.txt",
            Date = new DateOnly(2021, 3, 18),
            Bytes = Encoding.UTF8.GetBytes("U.S. Secretary of State Antony Blinken met South Korean Foreign Minister Chung Eui-yong in Seoul on Wednesday. \"We are committed to the denuclearization of North Korea,\" Blinken said."),
        });

        var text = reading.Article.Text;
        var names = reading.Entities.ToDictionary(e => e.Id, e => e.Name);
        foreach (var statement in reading.Statements)
            Console.WriteLine($"{names[statement.Speaker!]}: {statement.Content[0].Of(text)} {statement.Content[0]}");
        foreach (var meeting in reading.Meetings)
            Console.WriteLine($"{meeting.Date} {meeting.Way} of {string.Join(", ", meeting.Sides.Select(a => names[a]))}: {meeting.Evidence.Of(text)}");
        // end
    }
}

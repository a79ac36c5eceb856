using System.Globalization;
using System.Text;

namespace Readout.Tests.Queues;

/// <summary>Short pages, each with one meeting and a day and a number of its own.</summary>
internal static class MadePages
{
    /// <summary>As JSON lines.</summary>
    public static string Lines(int count)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++)
            lines.AppendLine(CultureInfo.InvariantCulture, $$"""{"id": "p{{i}}", "published": "2021-03-{{1 + i % 28:00}}", "source": "Paper {{i % 7}}", "text": "U.S. Secretary of State Antony Blinken met South Korean Foreign Minister Chung Eui-yong in Seoul on Thursday, according to report number {{i}} of the paper."}""");
        return lines.ToString();
    }
}

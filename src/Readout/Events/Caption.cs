using Readout.Syntax;
using Readout.Time;

namespace Readout.Events;

/// <summary>Sentences under a picture: told in the present, dated at their end.</summary>
internal static class Caption
{
    /// <summary>"FILE - Turkish soldiers detain ..." or a sentence that ends in a day with its year.</summary>
    public static bool Is(Parse parse) => parse.Count > 2 && (parse.Form(0) is "FILE" || EndsInYear(parse));

    private static bool EndsInYear(Parse parse)
    {
        var last = parse.Count - 1;
        while (last > 0 && parse[last].Upos == Upos.Punct) last--;
        return parse.Form(last) is { Length: 4 } year && year[0] is '1' or '2' && int.TryParse(parse.Form(last), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)
            && last > 2 && parse.Form(last - 1) is ",";
    }

    /// <summary>The day of the picture: the only day that the sentence names.</summary>
    public static string? Date(Parse parse, IReadOnlyList<TimeExpression> times)
    {
        string? date = null;
        foreach (var time in times)
        {
            if (!parse.Span.Contains(time.Span) || IsoDate.Of(time) is not { } iso) continue;
            if (date is not null && date != iso) return null;
            date = iso;
        }
        return date;
    }
}

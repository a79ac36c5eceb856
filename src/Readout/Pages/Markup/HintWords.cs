namespace Readout.Pages.Markup;

/// <summary>The words of class and id values: <c>relatedArticles post-nav_2</c> gives related, articles, post, nav, 2.</summary>
internal static class HintWords
{
    public static List<string> Of(string value)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= value.Length; i++)
        {
            var c = i < value.Length ? value[i] : ' ';
            var border = !char.IsLetterOrDigit(c) || (start >= 0 && char.IsUpper(c) && char.IsLower(value[i - 1]));
            if (border && start >= 0)
            {
                words.Add(value[start..i].ToLowerInvariant());
                start = -1;
            }
            if (char.IsLetterOrDigit(c) && start < 0) start = i;
            // A blank parts classes: phrases of several words stay within one.
            if (c == ' ' && words.Count > 0 && words[^1] != " ") words.Add(" ");
        }
        return words;
    }
}

using Readout.Syntax;

namespace Readout.Training;

/// <summary>Words that are written small within sentences, nine times of ten, in trees and free news: what a headline's capitals hide.</summary>
internal static class CommonWords
{
    private const int Fewest = 2;
    private const float Share = 0.9f;

    public static IEnumerable<string> Of(IEnumerable<string[]> sentences)
    {
        var counts = new SortedDictionary<string, (int Small, int All)>(StringComparer.Ordinal);
        foreach (var words in sentences)
        {
            var (text, spans) = NameCorpora.Joined(words);
            if (Recaser.IsHeadline(text, spans)) continue;
            foreach (var word in words.Skip(1).Where(w => char.IsLetter(w[0])))
            {
                var lower = word.ToLowerInvariant();
                var (small, all) = counts.GetValueOrDefault(lower);
                counts[lower] = (small + (char.IsLower(word[0]) ? 1 : 0), all + 1);
            }
        }
        return counts.Where(c => c.Value.All >= Fewest && c.Value.Small >= Share * c.Value.All).Select(c => c.Key);
    }
}

namespace Readout.Syntax.Network;

/// <summary>Lemma and features of the word types and tags met so far, so that known words cost no allocation. One per thread.</summary>
internal sealed class Entries
{
    private readonly Dictionary<(int Type, int Tag), (string Lemma, string Feats)> table = [];
    private int generation;

    public (string Lemma, string Feats) Of(int type, int tag, LanguageModel model, WordCache cache)
    {
        if (generation != cache.Generation)
        {
            table.Clear();
            generation = cache.Generation;
        }
        if (table.TryGetValue((type, tag), out var entry)) return entry;
        var form = cache.Form(type);
        return table[(type, tag)] = (model.Lemmas.Lemma(form, tag), model.Features.Of(form, tag));
    }
}

using Readout.Syntax.Network;

namespace Readout.Tests.Syntax;

public sealed unsafe class ArcDecoderTests
{
    [Fact]
    public void Random_scores_give_a_tree_with_one_root()
    {
        var random = new Random(2);
        for (var round = 0; round < 300; round++)
        {
            var n = random.Next(2, 40);
            Assert.True(IsTree(Decode(Random(n, random))));
        }
    }

    [Fact]
    public void No_other_tree_with_the_same_root_scores_higher()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var scores = Random(random.Next(2, 6), random);
            var heads = Decode(Copy(scores));
            var best = Trees(scores.Rows).Where(t => Root(t) == Root(heads)).Max(t => Score(scores, t));
            Assert.Equal(best, Score(scores, heads), 4);
        }
    }

    private static int[] Decode(Matrix scores)
    {
        var heads = new int[scores.Rows];
        new ArcDecoder().Decode(scores.Data, scores.Columns, scores.Rows, heads);
        return heads;
    }

    private static Matrix Random(int n, Random random)
    {
        var scores = new Matrix(n, n);
        foreach (ref var score in scores.All) score = random.NextSingle();
        return scores;
    }

    private static Matrix Copy(Matrix scores)
    {
        var copy = new Matrix();
        copy.CopyFrom(scores);
        return copy;
    }

    private static IEnumerable<int[]> Trees(int n)
    {
        var heads = new int[n];
        heads[0] = -1;
        var count = (int)Math.Pow(n, n - 1);
        for (var code = 0; code < count; code++)
        {
            for (int i = 1, rest = code; i < n; i++, rest /= n) heads[i] = rest % n;
            if (IsTree(heads)) yield return [.. heads];
        }
    }

    private static bool IsTree(int[] heads)
    {
        for (var i = 1; i < heads.Length; i++)
        {
            var (node, steps) = (i, 0);
            while (node > 0 && steps++ < heads.Length) node = heads[node];
            if (node != 0) return false;
        }
        return heads.Skip(1).Count(h => h == 0) == 1;
    }

    private static int Root(int[] heads) => Array.IndexOf(heads, 0);

    private static float Score(Matrix scores, int[] heads)
    {
        var sum = 0f;
        for (var i = 1; i < heads.Length; i++) sum += scores.Row(i)[heads[i]];
        return sum;
    }
}

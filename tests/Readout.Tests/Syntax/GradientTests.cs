using Readout.Syntax;
using Readout.Syntax.Network;
using Readout.Training;

namespace Readout.Tests.Syntax;

/// <summary>The hand-written backward pass against differences of the loss.</summary>
public sealed class GradientTests
{
    [Fact]
    public void Gradients_agree_with_differences_of_the_loss()
    {
        var (network, vocabulary, batch) = Small();
        Loss(network, vocabulary, batch);
        var gradients = network.Parameters.ToDictionary(p => p.Name, p => p.Gradient.All.ToArray());
        foreach (var parameter in network.Parameters)
        {
            var steepest = Enumerable.Range(0, parameter.Weight.Count).MaxBy(i => Math.Abs(gradients[parameter.Name][i]));
            var expected = gradients[parameter.Name][steepest];
            Assert.True(Math.Abs(expected) > 1e-4, $"{parameter.Name} has no gradient");
            Assert.Equal(1, Difference(network, vocabulary, batch, parameter, steepest) / expected, 0.05);
        }
    }

    [Fact]
    public void Training_lowers_the_loss_and_repeats_bit_for_bit()
    {
        Assert.Equal(Trained(), Trained());
        var losses = Trained();
        Assert.True(losses[^1] < losses[0] / 2);
    }

    private static double[] Trained()
    {
        var (network, vocabulary, batch) = Small();
        var losses = new double[30];
        for (var step = 0; step < losses.Length; step++)
        {
            losses[step] = network.Learn(batch, vocabulary.Types, 0.1f, 0.1f).Total;
            network.Update(0.01f, batch.Count, step + 1);
        }
        return losses;
    }

    private static double Difference(Network network, Vocabulary vocabulary, Batch batch, Parameter parameter, int index)
    {
        const float Step = 3e-3f;
        ref var weight = ref parameter.Weight.All[index];
        var before = weight;
        weight = before + Step;
        var up = Loss(network, vocabulary, batch);
        weight = before - Step;
        var down = Loss(network, vocabulary, batch);
        weight = before;
        return (up - down) / (2 * Step);
    }

    private static double Loss(Network network, Vocabulary vocabulary, Batch batch)
    {
        foreach (var parameter in network.Parameters)
        {
            parameter.Gradient.Clear();
            parameter.Changed();
        }
        return network.Learn(batch, vocabulary.Types, 0, 0).Total;
    }

    private static (Network Network, Vocabulary Vocabulary, Batch Batch) Small()
    {
        const string Tree = """
            1	Envoys	envoy	NOUN	NNS	_	2	nsubj	_	_
            2	met	meet	VERB	VBD	_	0	root	_	_
            3	in	in	ADP	IN	_	4	case	_	_
            4	Geneva	Geneva	PROPN	NNP	_	2	obl	_	_
            5	.	.	PUNCT	.	_	2	punct	_	_

            1	Envoys	envoy	NOUN	NNS	_	2	nsubj	_	_
            2	met	meet	VERB	VBD	_	0	root	_	_

            """;
        var sentences = Conllu.Read(new StringReader(Tree)).ToArray();
        var vectors = new Matrix(2, 8);
        foreach (ref var value in vectors.All) value = 0.25f;
        var vocabulary = Vocabulary.Count(sentences, new Dictionary<string, int> { ["met"] = 0, ["geneva"] = 1 }, new Dictionary<string, uint> { ["Geneva"] = 1 });
        var names = Targets.Of([-1, 0, 0, 0, 5, 0]);
        var examples = Examples.OfTrees(sentences, vocabulary).ToArray();
        examples[0] = examples[0] with { Names = names };
        var shape = vocabulary.Shape with { Embedding = 32, Width = 32, Layers = 2, ArcWidth = 32, LabelWidth = 32 };
        return (new Network(shape, vectors, seed: 3), vocabulary, new Batch(examples));
    }
}

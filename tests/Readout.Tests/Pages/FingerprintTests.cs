using Readout.Pages;

namespace Readout.Tests.Pages;

public sealed class FingerprintTests
{
    private static readonly string[] Sentences =
    [
        "Envoys of the two governments met in the lakeside town for a third day of talks on the border crossing.",
        "A spokeswoman said both sides had narrowed their differences over the inspection of lorries and the hours of customs posts.",
        "Traders on either bank have complained since the spring that perishable goods rot while papers are checked.",
        "The crossing was closed twice last year after shots were fired near the old bridge.",
        "Diplomats from three neighbouring states observed the meeting but did not speak in the session.",
        "The next round is planned for the first week of October, in the capital of the smaller state.",
    ];

    private static ulong Of(params string[] sentences) => TextFingerprint.Of(string.Join("\n\n", sentences));

    [Fact]
    public void A_copy_with_another_headline_and_a_cut_end_is_near()
    {
        var wire = Of([.. Sentences, .. Sentences.Select(s => "Earlier, " + s)]);
        var copy = Of(["Border talks: third day", .. Sentences, .. Sentences.Select(s => "Earlier, " + s).SkipLast(1)]);
        Assert.True(TextFingerprint.AreNear(wire, copy), $"distance {TextFingerprint.Distance(wire, copy)}");
    }

    [Fact]
    public void Another_text_is_far()
    {
        var other = Of("The national bank raised its rate by a quarter point and warned of slower growth in the coming year.", "Analysts had expected the step after prices rose for the fifth month in a row.");
        Assert.False(TextFingerprint.AreNear(Of(Sentences), other));
    }
}

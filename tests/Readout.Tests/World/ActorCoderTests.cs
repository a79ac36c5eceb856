using System.Text.Json;
using Readout.World;

namespace Readout.Tests.World;

public sealed class ActorCoderTests
{
    [Theory]
    [InlineData("Turkish police", "TUR", "COP")]
    [InlineData("the French foreign minister", "FRA", "GOV")]
    [InlineData("two Swedish protesters", "SWE", "CVL")]
    [InlineData("Pyongyang", "PRK", "GOV")]
    public void A_phrase_has_a_state_and_a_sector(string phrase, string state, string sector)
    {
        var code = new ActorCoder(Known.Knowledge.Actors, Known.Knowledge.Places).Code(phrase, new DateOnly(2020, 1, 1));
        Assert.Equal((state, sector), (code.Code, code.Sector));
    }

    [Fact]
    public void Phrases_of_the_development_set_are_coded()
    {
        var cases = File.ReadLines(Repository.Shared("data/events/actor-codes-dev.jsonl")).Select(l => JsonDocument.Parse(l).RootElement);
        var coder = new ActorCoder(Known.Knowledge.Actors, Known.Knowledge.Places);
        int countries = 0, rightCountries = 0, sectors = 0, rightSectors = 0;
        var misses = new List<string>();
        foreach (var c in cases)
        {
            var expected = c.GetProperty("expected");
            var phrase = c.GetProperty("phrase").GetString()!;
            var code = coder.Code(phrase, Day(c));
            var country = Text(expected, "country") ?? Text(expected, "cc");
            if (country is not null)
            {
                countries++;
                if (country == (code.Country ?? "")) rightCountries++;
                else misses.Add($"{phrase}: country {code.Code}, expected {country} {c.GetProperty("args")}");
            }
            if (Text(expected, "code_1") is not { Length: > 0 } sector) continue;
            sectors++;
            if (sector == code.Sector) rightSectors++;
            else if (Text(expected, "code_1") is "ELI" or "GOV" && code.Actor?.Kind == EntityKind.Person) Assert.Fail($"{phrase}: sector {code.Sector} on {Day(c)}, expected {sector}");
            else misses.Add($"{phrase}: sector {code.Sector}, expected {sector} {c.GetProperty("args")}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"country {rightCountries}/{countries} sector {rightSectors}/{sectors}\n{string.Join('\n', misses)}");
        if (Environment.GetEnvironmentVariable("READOUT_MISSES") is { } path) File.WriteAllText(path, $"country {rightCountries}/{countries} sector {rightSectors}/{sectors}\n{string.Join('\n', misses)}");
        Assert.True(rightCountries >= 0.95 * countries, $"{rightCountries} of {countries} countries");
        Assert.True(rightSectors >= 0.85 * sectors, $"{rightSectors} of {sectors} sectors");
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly Day(JsonElement c)
    {
        foreach (var arg in c.GetProperty("args").EnumerateArray())
        {
            var text = arg.ValueKind == JsonValueKind.Array ? arg[1].GetString() : arg.GetString();
            if (text is { Length: >= 8 } && DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var day)) return day;
        }
        return new DateOnly(2022, 6, 1);
    }
}

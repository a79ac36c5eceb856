using Readout.Exports.Tables;
using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>An actor in CAMEO's codes: three letters for the country or body, three for the role.</summary>
internal sealed record CameoActor(string? Code, string? Name, string? Country, string? KnownGroup, string? Type)
{
    public static readonly CameoActor None = new(null, null, null, null, null);

    private static readonly string[] Roles = ["COP", "GOV", "INS", "JUD", "MIL", "OPP", "REB", "SEP", "SPY", "UAF", "AGR", "BUS", "CRM", "CVL", "DEV", "EDU", "ELI", "ENV", "HLH", "HRI", "LAB", "LEG", "MED", "REF", "MOD", "RAD", "PTY", "MNC", "NGO", "IGO"];

    public static CameoActor Of(Party? party)
    {
        if (party is null) return None;
        var country = States.Cameo(party.Code);
        var group = country is null && party.Code is { Length: 3 } body ? body : null;
        var type = Role(party.Sector);
        var code = string.Concat(country ?? group, party.Kind == "state" ? null : type);
        return new CameoActor(code.Length > 0 ? code : null, party.Name, country, group, party.Kind == "state" ? null : type);
    }

    /// <summary>PLOVER's sectors are CAMEO's roles but for a few.</summary>
    private static string? Role(string? sector) => sector switch
    {
        null or "UNK" => null,
        "JRN" => "MED",
        "REL" => "CVL",
        "PRM" or "PRE" => "UAF",
        "SOC" => "CVL",
        _ => Roles.Contains(sector) ? sector : null,
    };
}

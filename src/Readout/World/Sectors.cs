namespace Readout.World;

/// <summary>PLOVER sector of an office's role.</summary>
internal static class Sectors
{
    public static string OfRole(string role) => role switch
    {
        "chief_of_staff" or "commander" => "MIL",
        "intelligence_chief" => "SPY",
        "legislature_leader" => "LEG",
        "opposition_leader" => "OPP",
        "party_leader" => "PTY",
        "police_chief" => "COP",
        "judge" => "JUD",
        _ => "GOV",
    };
}

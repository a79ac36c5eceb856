namespace Readout.Places;

/// <summary>What kind of place an entry is; the numbers stand in the compiled file.</summary>
internal enum GazetteerKind
{
    Town = 0,

    /// <summary>Seat of a district.</summary>
    DistrictSeat = 1,

    /// <summary>Seat of a first-order division.</summary>
    ProvinceSeat = 2,

    Capital = 3,

    /// <summary>A first-order division: a state, province, region, governorate.</summary>
    Province = 4,
}

/// <summary>A place of the gazetteer. Coordinates in degrees (WGS 84); those of a province lie midway between its outermost towns.</summary>
/// <param name="GeoNamesId">0 for a province.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Province">Index of the province's entry; -1 when there is none.</param>
/// <param name="Population">0 when unknown.</param>
internal readonly record struct GazetteerEntry(int Index, int GeoNamesId, string Name, string Country, int Province, double Latitude, double Longitude, int Population, GazetteerKind Kind);

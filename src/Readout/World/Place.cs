namespace Readout.World;

/// <summary>How closely the coordinates of a place say where something happened.</summary>
public enum PlacePrecision
{
    /// <summary>A town, base or single site: a few kilometres.</summary>
    City,

    /// <summary>A first-order division: midway between its outermost towns, tens to hundreds of kilometres.</summary>
    Province,

    /// <summary>The middle of a state.</summary>
    Country,

    /// <summary>The middle of a sea, river, border or region of several states.</summary>
    Region,
}

/// <summary>A place in the world. Coordinates in degrees (WGS 84), null when only the name is known.</summary>
/// <param name="Name">As the gazetteer or the article writes it.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null at sea, in regions of several states, and when unknown.</param>
/// <param name="Latitude">North is positive.</param>
/// <param name="Longitude">East is positive.</param>
public sealed record Place(string Name, string? Country, double? Latitude = null, double? Longitude = null)
{
    /// <summary>The first-order division that it lies in.</summary>
    public string? Province { get; init; }

    /// <summary>How closely the coordinates say where; null without them.</summary>
    public PlacePrecision? Precision { get; init; }

    /// <summary>Number in GeoNames; null when it did not come from there.</summary>
    public int? GeoNamesId { get; init; }
}

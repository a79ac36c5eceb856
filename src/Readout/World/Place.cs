namespace Readout.World;

/// <summary>A place in the world. Coordinates in degrees (WGS 84), null when only the name is known.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
public sealed record Place(string Name, string? Country, double? Latitude = null, double? Longitude = null);

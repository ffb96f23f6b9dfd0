namespace Promote.Credentials.Formats.Baking;

/// <summary>What baked bytes look like.</summary>
public enum BakedForm
{
    /// <summary>A JSON object.</summary>
    Json,

    /// <summary>A compact JWS, or what is meant to be one.</summary>
    Jws,

    /// <summary>The address of a hosted Open Badges 2.0 assertion.</summary>
    Url,
}

namespace Onboarding;

/// <summary>A customer, as the application's own sales system knows it.</summary>
internal sealed record NewCustomer(string Name, decimal AnnualRevenue, string ContactEmail, string ContactName, string ManagerEmail, DateOnly GoLive);

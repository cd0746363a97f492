/// Words that belong to organisations, as hints.
enum OrganizationWords {
  static let lists: [(String, WordFlags)] = [
    (legalForms, .legalForm), (lastWords, .organizationWord), (known, .knownOrganization),
    (nouns, .organizationNoun), (employment, .employmentCue),
  ]

  private static let legalForms = """
    Inc Incorporated Ltd Limited LLC LLP PLC Corp Corporation GmbH AG KG SE SARL SAS SpA Srl BV NV Oy
    Oyj AB ApS Kft Zrt Sp_z_o_o Pty Pte Ltda EIRL KK Llc Gmbh
    """

  private static let lastWords = """
    Bank Group Company Technologies Technology Systems Solutions Software Consulting Partners Holdings
    Industries International Enterprises Services Associates Institute University College Foundation
    Association Agency Council Committee Commission Ministry Department Laboratories Labs Research
    Capital Ventures Insurance Airlines Airways Motors Pharmaceuticals Pharma Networks Media
    Entertainment Studios Records Telecom Communications Energy Electric Hospital Clinic Federation
    Union Society Trust Advisors Analytics Logistics Finance Financial Investments Securities
    Industrial Robotics Dynamics Healthcare Sons Brothers Bros Explorer Transit Insight Programming
    Universität Université Universidad Università Hochschule Stiftung Verein Banque Banco Banca
    Brands Products Agency Press Publishing Airport Police
    """

  private static let known = """
    Google Microsoft Apple Amazon Facebook Meta Twitter Netflix Tesla IBM Intel Oracle Cisco Adobe
    Salesforce SAP Siemens Bosch BMW Volkswagen Daimler Toyota Honda Nissan Hyundai Samsung Sony
    Panasonic Toshiba Hitachi Huawei Lenovo Alibaba Tencent Baidu Nokia Ericsson Vodafone Verizon AT&T
    Comcast Disney Warner Pfizer Novartis Roche Bayer Sanofi AstraZeneca Moderna Merck Johnson_&_Johnson
    Walmart Costco Ikea Lidl Aldi Tesco Carrefour Nestlé Unilever Danone Heineken Coca-Cola Pepsi
    PepsiCo McDonald's Starbucks Nike Adidas Puma Zara Uber Lyft Airbnb Spotify PayPal Visa Mastercard
    HSBC Barclays Citibank Citigroup Santander BBVA UBS Deloitte KPMG PwC Accenture McKinsey Capgemini
    Infosys Wipro Boeing Airbus Lufthansa Ryanair EasyJet FedEx UPS DHL Shell BP Exxon ExxonMobil
    Chevron Total Gazprom NATO UNESCO UNICEF NASA FBI CIA NSA WHO IMF WTO OPEC BBC CNN NBC Reuters
    Bloomberg Harvard Stanford MIT Yale Princeton Oxfam Greenpeace Allianz AXA Generali Zurich_Insurance
    Morgan_Stanley Goldman_Sachs JPMorgan Wells_Fargo Bank_of_America Deutsche_Bank Credit_Suisse
    BlackRock Fidelity Vanguard General_Electric General_Motors Ford_Motor Amazon_Web_Services
    Boston_Consulting_Group LinkedIn Instagram YouTube WhatsApp Telegram TikTok Snapchat Reddit eBay
    Etsy Shopify Stripe Zoom Slack GitHub GitLab Dropbox Nvidia AMD Qualcomm Dell HP Xerox Canon Nikon
    Kodak Philips Renault Peugeot Citroën Fiat Ferrari Porsche Audi Volvo Scania Chrysler Monsanto
    Cargill Caterpillar Honeywell Raytheon Interpol Europol Eurostat Telefónica Iberia Repsol Vodacom
    """

  private static let nouns = """
    website office offices headquarters employees shares stock spokesperson spokesman spokeswoman
    representative customers subsidiary branch staff invoice HQ
    """

  private static let employment = """
    work works worked working employed employer company firm vendor supplier client joined founded
    acquired hired job contractor joining support supporting startup corporation
    """
}

extension NameCulture {
  static let english = NameCulture(
    name: "english",
    female: """
      Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty
      Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah
      Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma
      Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Heather Diane
      Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan
      Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Kathryn Janice Jean
      Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella
      Theresa Diana Natalie Brittany Charlotte Kayla Alexis Lori Zoe Chloe Lucy Ellie Lily Daisy
      Poppy Freya Imogen Phoebe Harriet Eleanor Georgia Molly Caitlin Caitlyn Erin Fiona Gladys
      Crystal Abby Abigail Leah Naomi Tilly Bethany Jodie Gemma Claire Paige Audrey Hazel Violet
      Stella Ava Mia Ella Scarlett Penelope Maureen Eileen Sheila Joanna Wendy Tracy Stacy Jane
      Rosie Sally Peggy Becky Kate Katie Maggie Jenny Sue Connie Bonnie Vera Tina Gwen Joy Faith
      April June Rose Dawn Robin Holly Ivy Yvonne Roberta Loretta Marjorie Edith Elaine Valerie
      """,
    male: """
      James Robert John Michael David William Richard Joseph Thomas Christopher Charles Daniel
      Matthew Anthony Mark Donald Steven Andrew Paul Joshua Kenneth Kevin Brian George Timothy
      Ronald Jason Edward Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin
      Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry
      Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan Jeremy Walter
      Christian Keith Roger Terry Austin Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan
      Jesse Bryan Billy Bruce Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent
      Mason Roy Ralph Bobby Russell Bradley Philip Eugene Ewan Callum Liam Owen Rhys Connor Declan
      Harvey Alfie Oscar Archie Freddie Freddy Leo Harry Charlie Toby Jake Luke Max Simon Graham
      Nigel Trevor Colin Stuart Neil Ian Craig Gordon Malcolm Derek Clive Barry Howard Stanley Fred
      Ernest Alfred Leonard Norman Martin Dale Jay Dean Troy Chad Curtis Melvin Marvin Glenn Travis
      Jared Shane Brett Corey Evan Ben Sam Tom Tim Jim Mike Nick Steve Dave Bob Rob Dan Matt Chris
      Ken Ron Don Ted Alex Tony Greg Jeff Josh Pete Phil Duncan Hugh Angus Fergus Cameron Elliot
      Elliott Spencer Wesley Clarence Leroy Theodore Isaac Caleb Levi Hunter Blake Cody Dustin
      """,
    surnames: """
      Smith Johnson Williams Brown Jones Garcia Miller Davis Wilson Anderson Thomas Taylor Moore
      Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright
      Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans
      Turner Parker Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey
      Cooper Richardson Cox Howard Ward Peterson Gray James Watson Brooks Kelly Sanders Price
      Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes
      Washington Butler Simmons Foster Bryant Alexander Russell Griffin Hayes Myers Ford Hamilton
      Graham Sullivan Wallace Woods Cole West Jordan Owens Reynolds Fisher Ellis Harrison Gibson
      McDonald Cruz Marshall Murray Freeman Wells Webb Simpson Stevens Tucker Porter Hunter Hicks
      Crawford Henry Boyd Mason Kennedy Warren Dixon Burns Gordon Shaw Holmes Rice Robertson Hunt
      Black Daniels Palmer Mills Nichols Grant Knight Ferguson Stone Hawkins Dunn Perkins Hudson
      Spencer Gardner Payne Pierce Berry Matthews Arnold Wagner Willis Ray Watkins Olson Carroll
      Duncan Snyder Hart Cunningham Bradley Lane Andrews Ruiz Harper Fox Riley Armstrong Carpenter
      Weaver Greene Lawrence Elliott Chavez Sims Austin Peters Kelley Franklin Lawson Fields Ryan
      Schmidt Carr Wheeler Chapman Oliver Montgomery Richards Williamson Johnston Banks Meyer
      Bishop McCoy Howell Morrison Hansen Burton Harvey Little George Lynch Burke Sparks Bowers
      Boyle Pearce Leach Nolan Laidlaw Lennox Dawson Hague Pratt Glover Ramsey Hoffman Oneal Duran
      """
  )

  static let spanish = NameCulture(
    name: "spanish",
    female: """
      María Carmen Josefa Isabel Dolores Pilar Teresa Ana Francisca Laura Cristina Marta Antonia
      Lucía Mercedes Elena Rosario Paula Raquel Juana Sara Beatriz Rosa Encarnación Manuela
      Concepción Rocío Patricia Montserrat Alba Silvia Julia Nuria Irene Inés Sonia Alicia Amparo
      Guadalupe Ximena Valentina Camila Daniela Mariana Gabriela Julieta Renata Esperanza Catalina
      Luisa Marisol Consuelo Yolanda Lourdes Graciela Leticia Verónica Alejandra Fernanda
      """,
    male: """
      Antonio José Manuel Francisco Juan David Javier Daniel Jesús Carlos Miguel Alejandro Rafael
      Pedro Pablo Ángel Sergio Fernando Jorge Luis Alberto Álvaro Diego Adrián Raúl Iván Enrique
      Ramón Vicente Óscar Andrés Joaquín Santiago Eduardo Víctor Mario Roberto Jaime Marcos Ignacio
      Alfonso Salvador Ricardo Emilio Guillermo Gabriel Julián Tomás Agustín Gonzalo Felipe Mateo
      Esteban Rodrigo Hernán Homero Fausto Arquímedes Ernesto Arturo Gustavo Héctor Hugo Leonardo
      """,
    surnames: """
      García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz
      Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez
      Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín
      Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez
      Cruz Calvo Gallego Herrera Márquez León Vidal Vega Cabrera Reyes Fuentes Campos Carrasco Rojas
      Salazar Mendoza Aguilar Guzmán Vargas Espinoza Contreras Sandoval Barajas Portillo Cazares
      """
  )

  static let french = NameCulture(
    name: "french",
    female: """
      Marie Jeanne Françoise Monique Catherine Nathalie Isabelle Jacqueline Anne Sylvie Martine
      Madeleine Nicole Suzanne Hélène Christine Marguerite Denise Louise Christiane Yvette Valérie
      Sophie Sandrine Stéphanie Véronique Céline Chantal Patricia Brigitte Julie Aurélie Caroline
      Laurence Émilie Camille Léa Manon Chloé Élodie Mathilde Pauline Margaux Amélie Aimée Geneviève
      Colette Odette Solange Thérèse Simone Claudine Agnès Élise Juliette Clémence Inès Noémie
      """,
    male: """
      Jean Pierre Michel André Philippe René Louis Alain Jacques Bernard Marcel Daniel Roger Robert
      Paul Claude Christian Henri Georges Nicolas François Christophe Patrick Gérard Sébastien
      Laurent Frédéric Éric Stéphane Pascal Julien Thierry Olivier Guillaume Antoine Alexandre
      Maxime Vincent Dominique Serge Thibault Mathieu Benoît Jérôme Cédric Ludovic Fabrice Bruno
      Didier Gilles Yves Rémi Étienne Grégoire Lucien Marius Armand Gaston Théo Hugo Baptiste
      """,
    surnames: """
      Bernard Dubois Durand Moreau Laurent Simon Lefebvre Leroy Roux Fournier Girard Bonnet Dupont
      Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure Mercier Blanc Guérin Boyer Garnier
      Chevalier Legrand Gauthier Perrin Robin Clément Morin Nicolas Mathieu Roussel Gautier Masson
      Marchand Duval Denis Dumont Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly
      Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Renard Roche Lemoine Picard
      Leblanc Bouchard Tremblay Gagnon Lavoie Coudert Desrosiers Charpentier Guernon
      """
  )

  static let german = NameCulture(
    name: "german",
    female: """
      Ursula Helga Karin Renate Monika Ingrid Brigitte Sabine Petra Gisela Christa Susanne Elke
      Andrea Claudia Birgit Heike Angelika Martina Gabriele Stefanie Katrin Silke Anja Ute Kerstin
      Nicole Tanja Sandra Melanie Julia Lena Lea Hannah Leonie Johanna Greta Frieda Mathilda Ida
      Heidi Gertrud Hildegard Irmgard Annette Bettina Cornelia Doris Franziska Katharina Magdalena
      Steffi Silvia Jutta Antje Imke Wiebke Antonia Lotte Mia Emilia Klara
      """,
    male: """
      Hans Peter Wolfgang Klaus Manfred Jürgen Helmut Heinz Günter Gerhard Werner Dieter Horst
      Bernd Uwe Rainer Karl Heinrich Herbert Franz Joachim Walter Stefan Andreas Frank Matthias
      Torsten Thorsten Jens Ralf Sven Jörg Markus Dirk Lars Kai Tobias Florian Lukas Felix Jonas
      Maximilian Moritz Niklas Julian Leon Finn Paul Emil Anton Johannes Friedrich Wilhelm Otto
      Kurt Erich Egon Hermann Siegfried Rolf Norbert Reinhard Volker Ulrich Christoph Sebastian
      """,
    surnames: """
      Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer
      Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange
      Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter
      Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich
      Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon
      Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel
      Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch
      Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Wirth Kastner Ostermann Schulz Mann
      """
  )

  static let italian = NameCulture(
    name: "italian",
    female: """
      Giulia Chiara Francesca Federica Sara Martina Valentina Alessia Silvia Elisa Ilaria Eleonora
      Giorgia Elena Laura Alice Alessandra Jessica Roberta Paola Giovanna Lucia Rosa Angela Anna
      Caterina Carmela Antonella Daniela Monica Claudia Barbara Simona Cristina Patrizia Luisa
      Beatrice Bianca Aurora Sofia Ginevra Fiammetta Liviana Nunzia Milena Concetta Rosaria Teresa
      """,
    male: """
      Marco Andrea Francesco Alessandro Matteo Luca Lorenzo Davide Simone Federico Giuseppe Antonio
      Riccardo Giovanni Stefano Roberto Alberto Daniele Fabio Paolo Michele Giacomo Nicola Emanuele
      Gabriele Salvatore Vincenzo Filippo Pietro Enrico Domenico Mario Luigi Claudio Massimo
      Maurizio Giorgio Sergio Carlo Angelo Franco Bruno Gianni Gherardo Manlio Emidio Edoardo Leone
      Tommaso Cesare Dario Fausto Renato Umberto
      """,
    surnames: """
      Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca
      Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso
      Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola Marchetti
      Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini Grasso Valentini Messina Sala Gatti
      Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa
      Calabrese Napolitani Nucci Mazzi Fanucci Palerma
      """
  )

  static let portuguese = NameCulture(
    name: "portuguese",
    female: """
      Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila
      Amanda Bruna Jéssica Letícia Luciana Vanessa Mariana Gabriela Beatriz Larissa Raquel Inês Joana
      Matilde Leonor Carolina Catarina Daniela Luiza Helena Rita Sílvia Katrina Rafaela Isadora
      """,
    male: """
      José João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Daniel
      Marcelo Bruno Eduardo Felipe Rodrigo Manoel Mateus André Fernando Fábio Leonardo Gustavo
      Guilherme Tiago Thiago Rui Nuno Vasco Duarte Gonçalo Martim Afonso Diogo Miguel Vitor Caio
      """,
    surnames: """
      Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins
      Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira
      Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira Pinto Correia
      Moura Araújo Cavalcanti Azevedo Barros Melo Cunha Castro Mota Capon Monteiro Fonseca Tavares
      """
  )

  static let dutch = NameCulture(
    name: "dutch",
    female: """
      Sanne Femke Lotte Maaike Anouk Fleur Iris Esmee Roos Anneke Marijke Ingrid Saskia Marieke
      Willemijn Hanneke Truus Wilhelmina Cornelia Annelies Nienke Tess Jasmijn Fenna Liselotte
      """,
    male: """
      Jan Pieter Cornelis Hendrik Willem Johannes Gerrit Dirk Sem Daan Bram Thijs Lars Jeroen Bas
      Sander Maarten Joost Ruben Stijn Koen Wouter Gijs Gijsbrecht Jelle Niels Henk Kees Piet Joris
      """,
    surnames: """
      De_Jong Jansen De_Vries Van_Dijk Bakker Janssen Visser Smit Meijer De_Boer Mulder De_Groot Bos
      Vos Peters Hendriks Dekker Brouwer De_Wit Dijkstra Smits De_Graaf Van_Leeuwen Kok Jacobs
      Vermeulen Van_Vliet Hoekstra Koster Prins Huisman Postma Kuipers Kramer Schouten Willems
      Van_den_Berg Van_der_Meer Maas Verhoeven Claes Peeters Maes Wouters Mertens
      """
  )
}

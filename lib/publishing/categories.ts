/** One of Apple's categories: `name` is the exact text that directories accept, `label` what we show. */
export type Category = { name: string; label: string; subcategories: readonly Subcategory[] }
export type Subcategory = { name: string; label: string }

const sub = (name: string, label: string): Subcategory => ({ name, label })

/** Apple's list (podcasters.apple.com, "Apple Podcasts categories"), in its order. */
export const categories: readonly Category[] = [
  {
    name: 'Arts',
    label: 'Arts',
    subcategories: [
      sub('Books', 'Livres'),
      sub('Design', 'Design'),
      sub('Fashion & Beauty', 'Mode et beauté'),
      sub('Food', 'Cuisine'),
      sub('Performing Arts', 'Arts de la scène'),
      sub('Visual Arts', 'Arts visuels'),
    ],
  },
  {
    name: 'Business',
    label: 'Économie et entreprise',
    subcategories: [
      sub('Careers', 'Métiers et carrières'),
      sub('Entrepreneurship', 'Création d’entreprise'),
      sub('Investing', 'Placements'),
      sub('Management', 'Gestion'),
      sub('Marketing', 'Marketing'),
      sub('Non-Profit', 'Associations'),
    ],
  },
  {
    name: 'Comedy',
    label: 'Humour',
    subcategories: [
      sub('Comedy Interviews', 'Entretiens humoristiques'),
      sub('Improv', 'Improvisation'),
      sub('Stand-Up', 'Seul en scène'),
    ],
  },
  {
    name: 'Education',
    label: 'Éducation',
    subcategories: [
      sub('Courses', 'Cours'),
      sub('How To', 'Modes d’emploi'),
      sub('Language Learning', 'Apprentissage des langues'),
      sub('Self-Improvement', 'Développement personnel'),
    ],
  },
  {
    name: 'Fiction',
    label: 'Fiction',
    subcategories: [
      sub('Comedy Fiction', 'Fiction humoristique'),
      sub('Drama', 'Drame'),
      sub('Science Fiction', 'Science-fiction'),
    ],
  },
  { name: 'Government', label: 'Vie publique', subcategories: [] },
  { name: 'History', label: 'Histoire', subcategories: [] },
  {
    name: 'Health & Fitness',
    label: 'Santé et forme',
    subcategories: [
      sub('Alternative Health', 'Médecines douces'),
      sub('Fitness', 'Forme physique'),
      sub('Medicine', 'Médecine'),
      sub('Mental Health', 'Santé mentale'),
      sub('Nutrition', 'Nutrition'),
      sub('Sexuality', 'Sexualité'),
    ],
  },
  {
    name: 'Kids & Family',
    label: 'Enfants et famille',
    subcategories: [
      sub('Education for Kids', 'Éducation des enfants'),
      sub('Parenting', 'Être parent'),
      sub('Pets & Animals', 'Animaux'),
      sub('Stories for Kids', 'Histoires pour enfants'),
    ],
  },
  {
    name: 'Leisure',
    label: 'Loisirs',
    subcategories: [
      sub('Animation & Manga', 'Animation et mangas'),
      sub('Automotive', 'Automobile'),
      sub('Aviation', 'Aviation'),
      sub('Crafts', 'Travaux manuels'),
      sub('Games', 'Jeux'),
      sub('Hobbies', 'Passe-temps'),
      sub('Home & Garden', 'Maison et jardin'),
      sub('Video Games', 'Jeux vidéo'),
    ],
  },
  {
    name: 'Music',
    label: 'Musique',
    subcategories: [
      sub('Music Commentary', 'Chroniques musicales'),
      sub('Music History', 'Histoire de la musique'),
      sub('Music Interviews', 'Entretiens musicaux'),
    ],
  },
  {
    name: 'News',
    label: 'Actualités',
    subcategories: [
      sub('Business News', 'Actualité économique'),
      sub('Daily News', 'Actualité du jour'),
      sub('Entertainment News', 'Actualité des spectacles'),
      sub('News Commentary', 'Commentaire de l’actualité'),
      sub('Politics', 'Politique'),
      sub('Sports News', 'Actualité sportive'),
      sub('Tech News', 'Actualité technologique'),
    ],
  },
  {
    name: 'Religion & Spirituality',
    label: 'Religion et spiritualité',
    subcategories: [
      sub('Buddhism', 'Bouddhisme'),
      sub('Christianity', 'Christianisme'),
      sub('Hinduism', 'Hindouisme'),
      sub('Islam', 'Islam'),
      sub('Judaism', 'Judaïsme'),
      sub('Religion', 'Religions'),
      sub('Spirituality', 'Spiritualité'),
    ],
  },
  {
    name: 'Science',
    label: 'Sciences',
    subcategories: [
      sub('Astronomy', 'Astronomie'),
      sub('Chemistry', 'Chimie'),
      sub('Earth Sciences', 'Sciences de la Terre'),
      sub('Life Sciences', 'Sciences de la vie'),
      sub('Mathematics', 'Mathématiques'),
      sub('Natural Sciences', 'Sciences naturelles'),
      sub('Nature', 'Nature'),
      sub('Physics', 'Physique'),
      sub('Social Sciences', 'Sciences sociales'),
    ],
  },
  {
    name: 'Society & Culture',
    label: 'Société et culture',
    subcategories: [
      sub('Documentary', 'Documentaire'),
      sub('Personal Journals', 'Journaux intimes'),
      sub('Philosophy', 'Philosophie'),
      sub('Places & Travel', 'Lieux et voyages'),
      sub('Relationships', 'Relations'),
    ],
  },
  {
    name: 'Sports',
    label: 'Sports',
    subcategories: [
      sub('Baseball', 'Baseball'),
      sub('Basketball', 'Basket-ball'),
      sub('Cricket', 'Cricket'),
      sub('Fantasy Sports', 'Ligues virtuelles'),
      sub('Football', 'Football américain'),
      sub('Golf', 'Golf'),
      sub('Hockey', 'Hockey'),
      sub('Rugby', 'Rugby'),
      sub('Running', 'Course à pied'),
      sub('Soccer', 'Football'),
      sub('Swimming', 'Natation'),
      sub('Tennis', 'Tennis'),
      sub('Volleyball', 'Volley-ball'),
      sub('Wilderness', 'Pleine nature'),
      sub('Wrestling', 'Lutte et catch'),
    ],
  },
  { name: 'Technology', label: 'Technologies', subcategories: [] },
  { name: 'True Crime', label: 'Faits divers', subcategories: [] },
  {
    name: 'TV & Film',
    label: 'Télévision et cinéma',
    subcategories: [
      sub('After Shows', 'Après l’émission'),
      sub('Film History', 'Histoire du cinéma'),
      sub('Film Interviews', 'Entretiens de cinéma'),
      sub('Film Reviews', 'Critiques de films'),
      sub('TV Reviews', 'Critiques de télévision'),
    ],
  },
]

/** Whether Apple knows this pair, letter for letter; an empty subcategory means none. */
export function isCategory(name: string, subcategory = ''): boolean {
  const category = categories.find((known) => known.name === name)
  if (!category) return false
  return subcategory === '' || category.subcategories.some((known) => known.name === subcategory)
}
